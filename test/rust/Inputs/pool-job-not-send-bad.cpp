// A pool takes jobs of any kind, and gets one with an Rc in it.
#include "rust.h"
#include <cstdio>
#include <functional>
#include <string>
#include <thread>

using Job = std::function<void()>;

int main() {
  auto [tx, rx] = rust::channel<Job>();
  std::thread worker([rx = std::move(rx)]() mutable { // ERROR
    while (auto job = rx.recv())
      (*job)();
  });
  {
    auto sender = std::move(tx);
    rust::Rc<std::string> name("ada");
    auto copy = name;
    sender.send( // ERROR-ALSO
        [copy = std::move(copy)] { std::printf("%s\n", copy->c_str()); });
    std::printf("%s\n", name->c_str());
  }
  worker.join();
}
