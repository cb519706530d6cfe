// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The last user frees the object, but the others' decrements do not publish
// what they did to it.
#include <atomic>
#include <thread>

struct Shared {
  std::atomic<int> users{2};
  long hits[2] = {};
};

static void use(Shared *shared, int who) {
  ++shared->hits[who];
  if (shared->users.fetch_sub(1, std::memory_order_relaxed) == 1)
    delete shared;
}

int main() {
  Shared *shared = new Shared;
  std::thread other(use, shared, 1);
  use(shared, 0);
  other.join();
}

// CHECK: {{^}}{{.*}}dropped-in-relaxed-order.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'Shared::users' is set here in relaxed order, which does not publish 'Shared::hits[...]' to a thread that sees it set [fearless-relaxed-publication]{{$}}
// CHECK: {{^}}{{.*}}dropped-in-relaxed-order.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the main thread reaches the write of 'Shared::hits[...]' through 'main' -> 'use'{{$}}
// CHECK: {{^}}{{.*}}dropped-in-relaxed-order.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the write of 'Shared::hits[...]' holds no lock{{$}}
// CHECK: {{^}}{{.*}}dropped-in-relaxed-order.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'Shared::users' is seen here, in relaxed order{{$}}
// CHECK: {{^}}{{.*}}dropped-in-relaxed-order.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write of 'Shared::hits[...]'{{$}}
// CHECK: {{^}}{{.*}}dropped-in-relaxed-order.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the write of 'Shared::hits[...]' holds no lock{{$}}
// CHECK: {{^}}{{.*}}dropped-in-relaxed-order.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: set 'Shared::users' with memory_order_release, and look at it with memory_order_acquire{{$}}
