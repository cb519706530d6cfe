// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Closures keep the object whose lock they take; the list of them has a lock too.
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
  std::lock_guard<std::mutex> hold(registry);
  while (!callbacks.empty()) {
    callbacks.back()();
    callbacks.pop_back();
  }
}
static Sink sink;
int main() {
  sink.attach();
  std::thread first(notify), second([] { sink.flush(); });
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}captured-this.cpp:[[#@LINE-21]]:{{[0-9]+}}: warning: 'Sink::lock_' and 'registry' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}captured-this.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: 'Sink::flush' locks 'Sink::lock_' here ...{{$}}
// CHECK: {{^}}{{.*}}captured-this.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: ... and, still holding it, locks 'registry' here ('Sink::lock_' before 'registry'){{$}}
// CHECK: {{^}}{{.*}}captured-this.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'notify' locks 'registry' here ...{{$}}
// CHECK: {{^}}{{.*}}captured-this.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: ... and, still holding it, calls a lambda in 'Sink::attach' ...{{$}}
// CHECK: {{^}}{{.*}}captured-this.cpp:[[#@LINE-31]]:{{[0-9]+}}: note: ... which locks 'Sink::lock_' here ('registry' before 'Sink::lock_'){{$}}
// CHECK: {{^}}{{.*}}captured-this.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}captured-this.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}captured-this.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
