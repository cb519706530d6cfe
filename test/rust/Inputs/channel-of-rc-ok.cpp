// A shared_ptr goes through a channel while its sender keeps a copy.
#include "rust.h"
#include <cstdio>
#include <string>
#include <thread>

int main() {
  auto [tx, rx] = rust::channel<std::shared_ptr<const std::string>>();
  std::thread printer([rx = std::move(rx)]() mutable {
    while (auto name = rx.recv())
      std::printf("%s\n", (*name)->c_str());
  });
  {
    auto name = std::make_shared<const std::string>("ada");
    auto sender = std::move(tx);
    sender.send(name);
    std::printf("%s\n", name->c_str());
  }
  printer.join();
}
