// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// They run on a copy of the list, without its lock.
#include <functional>
#include <mutex>
#include <thread>
#include <vector>
static std::mutex sink;
class Bus {
public:
  void subscribe(std::function<void()> callback) {
    std::lock_guard<std::mutex> hold(registry_);
    callbacks_.push_back(std::move(callback));
  }
  void notify() {
    std::vector<std::function<void()>> now;
    {
      std::lock_guard<std::mutex> hold(registry_);
      now = callbacks_;
    }
    for (auto &callback : now)
      callback();
  }
  void flush() {
    std::lock_guard<std::mutex> a(sink);
    std::lock_guard<std::mutex> b(registry_);
  }

private:
  std::mutex registry_;
  std::vector<std::function<void()>> callbacks_;
};
static Bus bus;
int main() {
  bus.subscribe([] { std::lock_guard<std::mutex> hold(sink); });
  std::thread first([] { bus.notify(); }), second([] { bus.flush(); });
  first.join();
  second.join();
}
