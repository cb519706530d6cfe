// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>
static std::mutex registry, sink;
struct Listener {
  virtual ~Listener() = default;
  virtual void changed() = 0;
};
struct Log : Listener {
  void changed() override { std::lock_guard<std::mutex> hold(sink); }
};
static Log log_;
static Listener *listener = &log_;

static void notify() {
  Listener *l;
  {
    std::lock_guard<std::mutex> hold(registry);
    l = listener;
  }
  l->changed();
}
static void flush() {
  std::lock_guard<std::mutex> a(sink);
  std::lock_guard<std::mutex> b(registry);
}
int main() {
  std::thread first(notify), second(flush);
  first.join();
  second.join();
}
