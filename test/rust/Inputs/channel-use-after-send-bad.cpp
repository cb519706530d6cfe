// A vector is used after it went through a channel.
#include "rust.h"
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  auto [tx, rx] = rust::channel<std::vector<int>>();
  std::thread worker([rx = std::move(rx)]() mutable {
    while (auto list = rx.recv())
      std::printf("%zu\n", list->size());
  });
  {
    auto sender = std::move(tx);
    std::vector<int> list{1, 2, 3};
    sender.send(std::move(list));
    std::printf("%zu\n", list.size()); // ERROR
  }
  worker.join();
}
