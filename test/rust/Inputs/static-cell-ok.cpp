// An atomic is static.
#include <atomic>
#include <thread>

static std::atomic<int> count(0);

int main() {
  std::thread worker([] { count.fetch_add(1, std::memory_order_relaxed); });
  count.fetch_add(1, std::memory_order_relaxed);
  worker.join();
}
