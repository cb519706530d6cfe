// The workers count themselves done with relaxed order, and the main thread
// reads their results on the count.
#include <atomic>
#include <thread>

static constexpr int Workers = 3;
static int results[Workers];
static std::atomic<int> done{0};

static void work(int self) {
  results[self] = self + 1;                     // RACE
  done.fetch_add(1, std::memory_order_relaxed); // RACE
}

int main() {
  std::thread team[Workers];
  for (int i = 0; i < Workers; ++i)
    team[i] = std::thread(work, i);
  while (done.load(std::memory_order_relaxed) < Workers) // RACE
    std::this_thread::yield();
  int sum = 0;
  for (int result : results) // RACE
    sum += result;           // RACE
  for (std::thread &t : team)
    t.join();
  return sum == 6 ? 0 : 1;
}
