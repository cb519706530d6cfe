// A const method changes an atomic, on two threads.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

struct Table {
  std::vector<int> rows;
  mutable std::atomic<unsigned long> lookups;

  bool find(int row) const {
    lookups.fetch_add(1, std::memory_order_relaxed);
    return std::find(rows.begin(), rows.end(), row) != rows.end();
  }
};

int main() {
  const Table table{{1, 2, 3}, 0};
  {
    std::jthread worker([&] { std::printf("%d\n", table.find(1)); });
    std::printf("%d\n", table.find(2));
  }
}
