// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A decrement that releases, and a fence that acquires.
#include <atomic>
#include <thread>

struct Shared {
  std::atomic<int> users{2};
  long hits[2] = {};
};

static void use(Shared *shared, int who) {
  ++shared->hits[who];
  if (shared->users.fetch_sub(1, std::memory_order_release) == 1) {
    std::atomic_thread_fence(std::memory_order_acquire);
    delete shared;
  }
}

int main() {
  Shared *shared = new Shared;
  std::thread other(use, shared, 1);
  use(shared, 0);
  other.join();
}
