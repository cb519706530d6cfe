// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>

static int n;

static void add() {
  thread_local std::mutex mu;
  std::lock_guard<std::mutex> lock(mu);
  ++n;
}

int main() {
  std::thread other(add);
  other.join();
  add();
}

// CHECK: {{^}}{{.*}}thread-local-mutex.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'add::mu' is thread-local: each thread locks one of its own, which keeps no other out [fearless-unnamed-guard]{{$}}
// CHECK: {{^}}{{.*}}thread-local-mutex.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: make it static without thread_local{{$}}
