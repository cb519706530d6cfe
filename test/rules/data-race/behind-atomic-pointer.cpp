// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The pointer is atomic, and what it leads to is changed by several threads.
#include <atomic>
#include <mutex>
#include <thread>
struct Statistics {
  std::mutex mu;
  long requests = 0;
};
static std::atomic<Statistics *> current{nullptr};
static void serve() {
  Statistics *s = current.load(std::memory_order_acquire);
  if (!s)
    return;
  s->requests++;
}
int main() {
  std::thread a(serve), b(serve);
  auto *made = new Statistics;
  made->requests = 1;
  current.store(made, std::memory_order_release);
  a.join();
  b.join();
  delete made;
}

// CHECK: {{^}}{{.*}}behind-atomic-pointer.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: data race on 'Statistics::requests': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}behind-atomic-pointer.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}behind-atomic-pointer.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}behind-atomic-pointer.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}behind-atomic-pointer.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}behind-atomic-pointer.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: guard 'Statistics::requests' with a mutex, or make it atomic{{$}}
