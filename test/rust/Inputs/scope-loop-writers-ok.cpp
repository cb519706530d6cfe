// Threads, started in a loop, all add to one atomic.
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  std::atomic<int> total = 0;
  {
    std::vector<std::jthread> workers;
    for (int i = 0; i < 4; ++i)
      workers.emplace_back(
          [&] { total.fetch_add(1, std::memory_order_relaxed); });
  }
  std::printf("%d\n", total.load(std::memory_order_relaxed));
}
