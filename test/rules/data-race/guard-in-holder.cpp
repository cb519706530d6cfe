// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <optional>
#include <thread>

static std::mutex mu;
static int n;

static void work() {
  std::optional<std::lock_guard<std::mutex>> lock;
  lock.emplace(mu);
  ++n;
  lock.reset();
  ++n;
}

int main() {
  std::thread a(work), b(work);
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: data race on 'n': written here while another thread may write it at {{.*}}guard-in-holder.cpp:12:3 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the write holds 'mu'{{$}}
// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: hold 'mu' at every access (1 of 2 do), or make 'n' atomic{{$}}
