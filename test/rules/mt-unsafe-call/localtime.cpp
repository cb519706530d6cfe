// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// One buffer for the results of both functions.
#include <cstdio>
#include <ctime>
#include <thread>

static void stamp() {
  std::time_t now = std::time(nullptr);
  std::tm *t = std::localtime(&now);
  std::printf("%d\n", t->tm_hour);
}

int main() {
  std::thread worker(stamp);
  std::time_t now = std::time(nullptr);
  std::tm *t = std::gmtime(&now);
  std::printf("%d\n", t->tm_hour);
  worker.join();
}

// CHECK: {{^}}{{.*}}localtime.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: 'localtime' changes the static broken-down time, which all threads share, while another thread may change it with 'gmtime' at {{.*}}localtime.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-mt-unsafe-call]{{$}}
// CHECK: {{^}}{{.*}}localtime.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the call of 'localtime'{{$}}
// CHECK: {{^}}{{.*}}localtime.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the call of 'localtime' holds no lock{{$}}
// CHECK: {{^}}{{.*}}localtime.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the call of 'gmtime'{{$}}
// CHECK: {{^}}{{.*}}localtime.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the call of 'gmtime' holds no lock{{$}}
// CHECK: {{^}}{{.*}}localtime.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: use 'localtime_r', which keeps no state of its own{{$}}
