// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Waits for the semaphore with the lock that whoever releases it takes.
#include <mutex>
#include <semaphore>
#include <thread>
class Pipe {
public:
  void produce(int v) {
    { std::lock_guard<std::mutex> g(mu_); slot_ = v; }
    full_.release();
  }
  int consume() {
    std::lock_guard<std::mutex> g(mu_);
    full_.acquire();
    return slot_;
  }
private:
  std::mutex mu_;
  std::counting_semaphore<8> full_{0};
  int slot_ = 0;
};
int main() {
  Pipe p;
  std::thread t([&] { p.produce(4); });
  int v = p.consume();
  t.join();
  return v - 4;
}

// CHECK: {{^}}{{.*}}semaphore.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: 'Pipe::mu_' is held while waiting for 'Pipe::full_', which is only notified after taking it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}semaphore.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: 'Pipe::consume' locks 'Pipe::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}semaphore.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: ... and, still holding it, waits for 'Pipe::full_' here{{$}}
// CHECK: {{^}}{{.*}}semaphore.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: a lambda in 'main' calls 'Pipe::produce' ...{{$}}
// CHECK: {{^}}{{.*}}semaphore.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: ... which locks 'Pipe::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}semaphore.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: ... before it notifies 'Pipe::full_' here{{$}}
// CHECK: {{^}}{{.*}}semaphore.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: this runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}semaphore.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: release 'Pipe::mu_' before waiting here{{$}}
