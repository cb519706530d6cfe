// An atomic in a unique_ptr moves to a thread and is used here afterwards.
#include <atomic>
#include <memory>
#include <thread>
#include <utility>

int main() {
  auto count = std::make_unique<std::atomic<int>>(0);
  std::thread worker([count = std::move(count)] {
    count->fetch_add(1, std::memory_order_relaxed);
  });
  count->fetch_add(1, std::memory_order_relaxed); // ERROR
  worker.join();
}
