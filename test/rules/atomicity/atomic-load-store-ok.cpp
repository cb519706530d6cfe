// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// One is.
#include <atomic>
#include <thread>

static std::atomic<int> Hits{0};

static void count() {
  Hits.fetch_add(1);
  ++Hits;
  Hits += 2;
}

int main() {
  std::thread First(count);
  std::thread Second(count);
  First.join();
  Second.join();
}
