// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A lock that only one of the two holds.
#include <ctime>
#include <mutex>
#include <string>
#include <thread>

static std::mutex mu;

static std::string stamp(std::time_t t) {
  std::lock_guard<std::mutex> lock(mu);
  return std::ctime(&t);
}
static std::string quick(std::time_t t) { return std::ctime(&t); }

int main() {
  std::thread worker([] { stamp(1); });
  quick(2);
  worker.join();
}

// CHECK: {{^}}{{.*}}one-lock.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'ctime' changes the buffer of asctime, which all threads share, while another thread may change it with 'ctime' at {{.*}}one-lock.cpp:[[#@LINE-10]]:{{[0-9]+}} [fearless-mt-unsafe-call]{{$}}
// CHECK: {{^}}{{.*}}one-lock.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the main thread reaches the call of 'ctime' through 'main' -> 'quick'{{$}}
// CHECK: {{^}}{{.*}}one-lock.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the call of 'ctime' holds no lock{{$}}
// CHECK: {{^}}{{.*}}one-lock.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the call of 'ctime' through a lambda in 'main' -> 'stamp'{{$}}
// CHECK: {{^}}{{.*}}one-lock.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the call of 'ctime' holds 'mu'{{$}}
// CHECK: {{^}}{{.*}}one-lock.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: use 'ctime_r', which keeps no state of its own{{$}}
