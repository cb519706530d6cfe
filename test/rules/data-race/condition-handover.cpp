// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Nobody sets what the predicate asks for; a wake-up tells nothing.
#include <condition_variable>
#include <mutex>
#include <thread>
static std::mutex mu;
static std::condition_variable cv;
static bool ready;
static int message;
static void produce() {
  message = 1;
  {
    std::lock_guard<std::mutex> hold(mu);
    (void)ready;
  }
  cv.notify_one();
}
int main() {
  std::thread producer(produce);
  std::unique_lock<std::mutex> lock(mu);
  cv.wait(lock, [] { return ready; });
  lock.unlock();
  int seen = message;
  producer.join();
  return seen;
}

// CHECK: {{^}}{{.*}}condition-handover.cpp:[[#@LINE-17]]:{{[0-9]+}}: warning: data race on 'message': written here while another thread may read it at {{.*}}condition-handover.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}condition-handover.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}condition-handover.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}condition-handover.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}condition-handover.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}condition-handover.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: guard 'message' with a mutex, or make it atomic{{$}}
