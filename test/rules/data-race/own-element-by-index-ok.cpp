// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each worker changes the element whose index it was given at its start.
#include <cstddef>
#include <thread>
#include <vector>
static std::vector<long> sums(4);
static void work(std::size_t me, long count) {
  for (long i = me; i < count; i += 4)
    sums[me] += i;
}
int main() {
  std::vector<std::thread> workers;
  for (std::size_t me = 0; me < 4; ++me)
    workers.emplace_back(work, me, 1000);
  for (auto &worker : workers)
    worker.join();
  return sums[0] != 0;
}
