// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Whether the lock is taken is a parameter, and the thread passes "no".
#include <mutex>
#include <thread>
static std::mutex mu;
static int total;
static void addTo(int n, bool lock) {
  std::unique_lock<std::mutex> guard(mu, std::defer_lock);
  if (lock)
    guard.lock();
  total += n;
}
static void add(int n, bool lock) { addTo(n, lock); }
static void worker() { add(1, false); }
int main() {
  add(3, false);
  std::thread first(worker), second(worker);
  first.join();
  second.join();
  return total;
}

// CHECK: {{^}}{{.*}}locked-by-parameter.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}locked-by-parameter.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write through 'worker' -> 'add' -> 'addTo'{{$}}
// CHECK: {{^}}{{.*}}locked-by-parameter.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}locked-by-parameter.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write through 'worker' -> 'add' -> 'addTo'{{$}}
// CHECK: {{^}}{{.*}}locked-by-parameter.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}locked-by-parameter.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: guard 'total' with a mutex, or make it atomic{{$}}
