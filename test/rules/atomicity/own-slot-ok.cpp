// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each thread counts in a slot of its own, which nobody else writes.
#include <atomic>
#include <thread>
#include <vector>

static std::atomic<long> hits[4];

static void work(int id) {
  for (int i = 0; i < 100; ++i)
    hits[id].store(hits[id].load() + 1);
}

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back(work, i);
  for (auto &t : threads)
    t.join();
  return hits[0] + hits[1] == 200 ? 0 : 1;
}
