// Pointers to a Mutex go through a channel.
#include "rust.h"
#include <thread>
#include <vector>

int main() {
  rust::Mutex<std::vector<int>> list(std::vector<int>{1});
  auto [tx, rx] = rust::channel<rust::Mutex<std::vector<int>> *>();
  {
    std::jthread worker([rx = std::move(rx)]() mutable {
      while (auto item = rx.recv())
        (*item)->lock()->push_back(2);
    });
    auto sender = std::move(tx);
    sender.send(&list);
    list.lock()->push_back(3);
  }
}
