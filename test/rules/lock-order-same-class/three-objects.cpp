// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Three objects of one class, each pair in an order of its own: a cycle.
#include <mutex>
#include <thread>
struct Unit {
  std::mutex mu;
  int load = 0;
};
static Unit disk, net, cpu;
static void move(Unit &from, Unit &to) {
  std::lock_guard<std::mutex> first(from.mu);
  std::lock_guard<std::mutex> second(to.mu);
  --from.load;
  ++to.load;
}
static void store() { move(net, disk); }
static void send() { move(cpu, net); }
static void load() { move(disk, cpu); }
int main() {
  std::thread a(store), b(send), c(load);
  a.join();
  b.join();
  c.join();
}

// CHECK: {{^}}{{.*}}three-objects.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: 3 objects' 'net.mu' are locked in a cycle of orders and can deadlock [fearless-lock-order-same-class]{{$}}
// CHECK: {{^}}{{.*}}three-objects.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'store' calls 'move' here ...{{$}}
// CHECK: {{^}}{{.*}}three-objects.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... which locks 'net.mu' here ...{{$}}
// CHECK: {{^}}{{.*}}three-objects.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... and, still holding it, locks 'disk.mu' here{{$}}
// CHECK: {{^}}{{.*}}three-objects.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'load' calls 'move' here ...{{$}}
// CHECK: {{^}}{{.*}}three-objects.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: ... which locks 'disk.mu' here ...{{$}}
// CHECK: {{^}}{{.*}}three-objects.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: ... and, still holding it, locks 'cpu.mu' here{{$}}
// CHECK: {{^}}{{.*}}three-objects.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'send' calls 'move' here ...{{$}}
// CHECK: {{^}}{{.*}}three-objects.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: ... which locks 'cpu.mu' here ...{{$}}
// CHECK: {{^}}{{.*}}three-objects.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: ... and, still holding it, locks 'net.mu' here{{$}}
// CHECK: {{^}}{{.*}}three-objects.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}three-objects.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}three-objects.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the third runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}three-objects.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: take both with std::scoped_lock, or always in the order of their addresses{{$}}
