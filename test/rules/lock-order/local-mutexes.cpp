// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two threads share two local mutexes that their lambdas capture.
#include <mutex>
#include <thread>
int main() {
  std::mutex in, out;
  int n = 0, m = 0;
  std::thread a([&] {
    std::lock_guard<std::mutex> i(in);
    std::lock_guard<std::mutex> o(out);
    m = n;
  });
  std::thread b([&] {
    std::lock_guard<std::mutex> o(out);
    std::lock_guard<std::mutex> i(in);
    n = m;
  });
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}local-mutexes.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: 'in' and 'out' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}local-mutexes.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: a lambda in 'main' locks 'in' here ...{{$}}
// CHECK: {{^}}{{.*}}local-mutexes.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, locks 'out' here ('in' before 'out'){{$}}
// CHECK: {{^}}{{.*}}local-mutexes.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: a lambda in 'main' locks 'out' here ...{{$}}
// CHECK: {{^}}{{.*}}local-mutexes.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: ... and, still holding it, locks 'in' here ('out' before 'in'){{$}}
// CHECK: {{^}}{{.*}}local-mutexes.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}local-mutexes.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}local-mutexes.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
