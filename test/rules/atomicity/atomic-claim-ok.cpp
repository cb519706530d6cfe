// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A compare-exchange looks and writes at once; who has claimed may give back.
#include <atomic>
#include <thread>

static std::atomic<int> Owner{0};
static std::atomic<bool> Busy{false};

static bool claim(int Me) {
  int Nobody = 0;
  return Owner.load() == 0 && Owner.compare_exchange_strong(Nobody, Me);
}

static void once() {
  if (!Busy.exchange(true))
    Busy.store(false);
}

int main() {
  std::thread First([] { claim(1); once(); });
  std::thread Second([] { claim(2); once(); });
  First.join();
  Second.join();
}
