// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A function that gives back a lock for a while and takes it again does so in the
// wrong order.
#include <mutex>
#include <thread>
static std::recursive_mutex chain_lock;
static std::mutex pool_lock;
static int height, pool;

static void read_block(std::unique_lock<std::recursive_mutex> &hold) {
  hold.unlock();
  hold.lock();
  ++height;
}
static void find_block() {
  std::unique_lock<std::recursive_mutex> hold(chain_lock);
  read_block(hold);
}
static void refresh_pool() {
  std::lock_guard<std::mutex> hold_pool(pool_lock);
  find_block();
}
static void refresh() {
  std::lock_guard<std::recursive_mutex> hold_chain(chain_lock);
  std::lock_guard<std::mutex> hold_pool(pool_lock);
  pool++;
}
int main() {
  std::thread other(refresh_pool);
  refresh();
  other.join();
}

// CHECK: {{^}}{{.*}}reversed-guard.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'chain_lock' and 'pool_lock' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}reversed-guard.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'refresh' locks 'chain_lock' here ...{{$}}
// CHECK: {{^}}{{.*}}reversed-guard.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: ... and, still holding it, locks 'pool_lock' here ('chain_lock' before 'pool_lock'){{$}}
// CHECK: {{^}}{{.*}}reversed-guard.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'refresh_pool' locks 'pool_lock' here ...{{$}}
// CHECK: {{^}}{{.*}}reversed-guard.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... and, still holding it, calls 'find_block' ...{{$}}
// CHECK: {{^}}{{.*}}reversed-guard.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: ... which locks 'chain_lock' here ('pool_lock' before 'chain_lock'){{$}}
// CHECK: {{^}}{{.*}}reversed-guard.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}reversed-guard.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
