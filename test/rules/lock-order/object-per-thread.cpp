// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Both threads use one object.
#include <mutex>
#include <thread>
class Worker {
public:
  void input() { std::lock_guard<std::mutex> a(in_); std::lock_guard<std::mutex> b(out_); ++n_; }
  void output() { std::lock_guard<std::mutex> b(out_); std::lock_guard<std::mutex> a(in_); --n_; }
private:
  std::mutex in_, out_;
  int n_ = 0;
};
Worker shared;
void run() {
  shared.input();
  shared.output();
}
int main() {
  std::thread a(run), b(run);
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}object-per-thread.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: 'Worker::in_' and 'Worker::out_' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}object-per-thread.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: 'Worker::input' locks 'Worker::in_' here ...{{$}}
// CHECK: {{^}}{{.*}}object-per-thread.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Worker::out_' here ('Worker::in_' before 'Worker::out_'){{$}}
// CHECK: {{^}}{{.*}}object-per-thread.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: 'Worker::output' locks 'Worker::out_' here ...{{$}}
// CHECK: {{^}}{{.*}}object-per-thread.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Worker::in_' here ('Worker::out_' before 'Worker::in_'){{$}}
// CHECK: {{^}}{{.*}}object-per-thread.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}object-per-thread.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}object-per-thread.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
