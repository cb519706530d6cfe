// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A thread ends with the lock held.
#include <mutex>
#include <thread>
static std::mutex mu;
static int balance;

static void run() {
  mu.lock();
  ++balance;
}

int main() {
  std::thread worker(run);
  worker.join();
}

// CHECK: {{^}}{{.*}}thread-ends.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'mu' is locked here and still held when the thread ends: nobody else can lock it again [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}thread-ends.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}thread-ends.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: unlock 'mu' before 'run' returns, or hold it with a std::lock_guard{{$}}
