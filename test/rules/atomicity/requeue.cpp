// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The item is looked at in one critical section and popped in a second: another thread may have popped it.
#include <deque>
#include <mutex>
#include <thread>

static std::mutex mu;
static std::deque<int> todo{1, 2, 3};

static void turn() {
  int item;
  {
    std::lock_guard<std::mutex> g(mu);
    if (todo.empty()) return;
    item = todo.front();
  }
  ++item;
  std::lock_guard<std::mutex> g(mu);
  todo.pop_front();
  todo.push_back(item);
}

int main() {
  std::thread a(turn), b(turn);
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}requeue.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'todo' may not be any more what the branch to here relies on, because another thread may write it: 'mu' is released in between [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}requeue.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'turn' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}requeue.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'turn' reads 'todo' here{{$}}
// CHECK: {{^}}{{.*}}requeue.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'mu' is released here{{$}}
// CHECK: {{^}}{{.*}}requeue.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: this branch depends on what was read{{$}}
// CHECK: {{^}}{{.*}}requeue.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'turn' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}requeue.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'turn' writes 'todo' here{{$}}
// CHECK: {{^}}{{.*}}requeue.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the thread started here may get in between{{$}}
// CHECK: {{^}}{{.*}}requeue.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: it writes 'todo' here under a hold of 'mu' of its own{{$}}
// CHECK: {{^}}{{.*}}requeue.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: keep 'mu' from the read to the write, or look at 'todo' again under the second hold{{$}}
