// A future for an executor on another thread has an Rc in it.
#include "rust.h"
#include <cstdio>
#include <memory>
#include <string>
#include <thread>
#include <utility>

struct Future {
  virtual ~Future() = default;
  virtual bool poll() = 0;
};

static std::thread start(std::unique_ptr<Future> task) {
  return std::thread([task = std::move(task)] { // ERROR-ALSO
    while (!task->poll()) {
    }
  });
}

struct Print : Future {
  explicit Print(rust::Rc<std::string> text) : text(std::move(text)) {}
  bool poll() override {
    auto copy = text;
    std::printf("%s\n", copy->c_str());
    return true;
  }
  rust::Rc<std::string> text;
};

int main() {
  rust::Rc<std::string> text("ada");
  std::thread worker = start(std::make_unique<Print>(text)); // ERROR
  auto again = text;
  std::printf("%s\n", again->c_str());
  worker.join();
}
