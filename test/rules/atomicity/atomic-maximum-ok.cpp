// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The loop tries again where it was too late.
#include <atomic>
#include <thread>

static std::atomic<int> Peak{0};

static void note(int Value) {
  int Old = Peak.load();
  while (Old < Value && !Peak.compare_exchange_weak(Old, Value)) {
  }
}

int main() {
  std::thread First(note, 3);
  std::thread Second(note, 4);
  First.join();
  Second.join();
}
