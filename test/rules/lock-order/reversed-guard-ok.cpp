// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A function that gives back a lock of its own for a while gives back nothing of
// its callers': a recursive lock is still held.
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
static void refresh() {
  std::lock_guard<std::recursive_mutex> hold_chain(chain_lock);
  std::lock_guard<std::mutex> hold_pool(pool_lock);
  pool++;
  find_block();
}
int main() {
  std::thread other(refresh);
  refresh();
  other.join();
}

// CHECK: 0 findings
