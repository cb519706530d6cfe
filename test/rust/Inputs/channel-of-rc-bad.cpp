// An Rc goes through a channel while its sender keeps a copy.
#include "rust.h"
#include <cstdio>
#include <string>
#include <thread>

int main() {
  auto [tx, rx] = rust::channel<rust::Rc<std::string>>();
  std::thread printer([rx = std::move(rx)]() mutable { // ERROR
    while (auto name = rx.recv())
      std::printf("%s\n", (*name)->c_str());
  });
  {
    rust::Rc<std::string> name("ada");
    auto sender = std::move(tx);
    sender.send(name); // ERROR-ALSO
    std::printf("%s\n", name->c_str());
  }
  printer.join();
}
