// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// All wait until the first has added up what they have counted.
#include <barrier>
#include <thread>
#include <vector>
constexpr int Workers = 4;
static std::barrier<> meeting(Workers);
static long counts[Workers], shares[Workers], total;
static void work(int me) {
  counts[me] = me * 100;
  meeting.arrive_and_wait();
  if (me == 0)
    for (long count : counts)
      total += count;
  meeting.arrive_and_wait();
  shares[me] = 100 * counts[me] / total;
}
int main() {
  std::vector<std::jthread> workers;
  for (int i = 0; i < Workers; ++i)
    workers.emplace_back(work, i);
}
