// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The list changes hands before its callbacks run.
#include <functional>
#include <list>
#include <mutex>
#include <thread>
static std::mutex registry;
static std::list<std::function<void()>> callbacks;
class Sink {
public:
  void write() {
    std::lock_guard<std::mutex> hold(lock_);
  }
  void flush() {
    std::lock_guard<std::mutex> a(lock_);
    std::lock_guard<std::mutex> b(registry);
  }

private:
  std::mutex lock_;
};
static Sink sink;
static void notify() {
  std::list<std::function<void()>> now;
  {
    std::lock_guard<std::mutex> hold(registry);
    now.swap(callbacks);
  }
  for (auto &callback : now)
    callback();
}
int main() {
  callbacks.push_back(std::bind(&Sink::write, &sink));
  std::thread first(notify), second([] { sink.flush(); });
  first.join();
  second.join();
}
