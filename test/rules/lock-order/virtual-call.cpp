// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>
static std::mutex registry, sink;
struct Listener {
  virtual ~Listener() = default;
  virtual void changed() = 0;
};
struct Log : Listener {
  void changed() override {
    std::lock_guard<std::mutex> hold(sink);
  }
};
static Log log_;
static Listener *listener = &log_;

static void notify() {
  std::lock_guard<std::mutex> hold(registry);
  listener->changed();
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

// CHECK: {{^}}{{.*}}virtual-call.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'registry' and 'sink' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}virtual-call.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'notify' locks 'registry' here ...{{$}}
// CHECK: {{^}}{{.*}}virtual-call.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Log::changed' ...{{$}}
// CHECK: {{^}}{{.*}}virtual-call.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: ... which locks 'sink' here ('registry' before 'sink'){{$}}
// CHECK: {{^}}{{.*}}virtual-call.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: 'flush' locks 'sink' here ...{{$}}
// CHECK: {{^}}{{.*}}virtual-call.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: ... and, still holding it, locks 'registry' here ('sink' before 'registry'){{$}}
// CHECK: {{^}}{{.*}}virtual-call.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}virtual-call.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}virtual-call.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
