// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two functions hold the lock and come by the same wrong call: one mistake.
#include <mutex>
class Queue {
public:
  void push() {
    std::lock_guard<std::mutex> lock(mu_);
    ++size_;
    trimLocked();
  }
  void pop() {
    std::lock_guard<std::mutex> lock(mu_);
    --size_;
    trimLocked();
  }
  void clear() {
    std::lock_guard<std::mutex> lock(mu_);
    size_ = 0;
  }

private:
  void trimLocked() {
    if (size_ > 10)
      clear();
  }
  std::mutex mu_;
  int size_ = 0;
};

int main() {
  Queue queue;
  queue.push();
  queue.pop();
}

// CHECK: {{^}}{{.*}}one-mistake.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: 'Queue::mu_' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}one-mistake.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: 'Queue::push' locks 'Queue::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}one-mistake.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Queue::trimLocked' ...{{$}}
// CHECK: {{^}}{{.*}}one-mistake.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... which calls 'Queue::clear' ...{{$}}
// CHECK: {{^}}{{.*}}one-mistake.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: ... which locks 'Queue::mu_' here again{{$}}
// CHECK: {{^}}{{.*}}one-mistake.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 1 more function holds 'Queue::mu_' and gets here{{$}}
// CHECK: {{^}}{{.*}}one-mistake.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: release 'Queue::mu_' before this call, or give 'Queue::clear' a variant that expects the lock to be held{{$}}
