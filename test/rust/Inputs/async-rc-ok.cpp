// A future for an executor on another thread has a shared_ptr in it.
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
  return std::thread([task = std::move(task)] {
    while (!task->poll()) {
    }
  });
}

struct Print : Future {
  explicit Print(std::shared_ptr<const std::string> text)
      : text(std::move(text)) {}
  bool poll() override {
    auto copy = text;
    std::printf("%s\n", copy->c_str());
    return true;
  }
  std::shared_ptr<const std::string> text;
};

int main() {
  auto text = std::make_shared<const std::string>("ada");
  std::thread worker = start(std::make_unique<Print>(text));
  auto again = text;
  std::printf("%s\n", again->c_str());
  worker.join();
}
