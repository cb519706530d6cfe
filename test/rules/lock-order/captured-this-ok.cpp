// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each closure is moved out of the list, and runs without its lock.
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
static std::mutex registry;
static std::deque<std::function<void()>> callbacks;
class Sink {
public:
  void attach() {
    callbacks.push_front([this] {
      std::lock_guard<std::mutex> hold(lock_);
    });
  }
  void flush() {
    std::lock_guard<std::mutex> a(lock_);
    std::lock_guard<std::mutex> b(registry);
  }

private:
  std::mutex lock_;
};
static void notify() {
  std::unique_lock<std::mutex> hold(registry);
  while (!callbacks.empty()) {
    auto callback = std::move(callbacks.back());
    callbacks.pop_back();
    hold.unlock();
    callback();
    hold.lock();
  }
}
static Sink sink;
int main() {
  sink.attach();
  std::thread first(notify), second([] { sink.flush(); });
  first.join();
  second.join();
}
