// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Waited for with the lock held that the promise needs first.
#include <future>
#include <mutex>
#include <thread>
static std::mutex mu;
static std::promise<int> reply;
static int sent;
static void receive() {
  int n;
  {
    std::lock_guard<std::mutex> hold(mu);
    n = sent;
  }
  reply.set_value(n);
}
int main() {
  std::future<int> answer = reply.get_future();
  std::thread receiver(receive);
  int n;
  {
    std::lock_guard<std::mutex> hold(mu);
    ++sent;
    n = answer.get();
  }
  receiver.join();
  return n;
}

// CHECK: {{^}}{{.*}}future.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'mu' is held while waiting for 'answer', which is only notified after taking it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}future.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: 'main' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}future.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: ... and, still holding it, waits for 'answer' here{{$}}
// CHECK: {{^}}{{.*}}future.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'receive' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}future.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: ... before it notifies 'reply' here{{$}}
// CHECK: {{^}}{{.*}}future.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: this runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}future.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: release 'mu' before waiting here{{$}}
