// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The callbacks of a list run under its lock; one takes another.
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
    std::lock_guard<std::mutex> hold(registry_);
    for (auto &callback : callbacks_)
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
  bus.subscribe([] {
    std::lock_guard<std::mutex> hold(sink);
  });
  std::thread first([] { bus.notify(); }), second([] { bus.flush(); });
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}callbacks-in-vector.cpp:[[#@LINE-17]]:{{[0-9]+}}: warning: 'Bus::registry_' and 'sink' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}callbacks-in-vector.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: 'Bus::notify' locks 'Bus::registry_' here ...{{$}}
// CHECK: {{^}}{{.*}}callbacks-in-vector.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: ... and, still holding it, calls a lambda in 'main' ...{{$}}
// CHECK: {{^}}{{.*}}callbacks-in-vector.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: ... which locks 'sink' here ('Bus::registry_' before 'sink'){{$}}
// CHECK: {{^}}{{.*}}callbacks-in-vector.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'Bus::flush' locks 'sink' here ...{{$}}
// CHECK: {{^}}{{.*}}callbacks-in-vector.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Bus::registry_' here ('sink' before 'Bus::registry_'){{$}}
// CHECK: {{^}}{{.*}}callbacks-in-vector.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}callbacks-in-vector.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}callbacks-in-vector.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
