// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Both take the registry first.
#include <memory>
#include <mutex>
#include <thread>
#include <vector>
static std::mutex registry, sink;
struct Handler {
  virtual ~Handler() = default;
  virtual void handle() = 0;
};
struct Writer : Handler {
  void handle() override {
    std::lock_guard<std::mutex> hold(sink);
  }
};
static std::vector<std::unique_ptr<Handler>> handlers;
static void notify() {
  std::lock_guard<std::mutex> hold(registry);
  for (auto &handler : handlers)
    handler->handle();
}
static void flush() {
  std::lock_guard<std::mutex> a(registry);
  std::lock_guard<std::mutex> b(sink);
}
int main() {
  handlers.push_back(std::make_unique<Writer>());
  std::thread first(notify), second(flush);
  first.join();
  second.join();
}
