// A pointer into a unique_ptr is used before that goes through a channel.
#include "rust.h"
#include <cstdio>
#include <string>
#include <thread>

int main() {
  auto [tx, rx] = rust::channel<std::unique_ptr<std::string>>();
  std::thread worker([rx = std::move(rx)]() mutable {
    while (auto text = rx.recv())
      std::printf("%s\n", (*text)->c_str());
  });
  {
    auto sender = std::move(tx);
    auto text = std::make_unique<std::string>("ada");
    const std::string *view = text.get();
    std::printf("%s\n", view->c_str());
    sender.send(std::move(text));
  }
  worker.join();
}
