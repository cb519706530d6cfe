// An atomic in a shared_ptr goes to a thread and is used here afterwards.
#include <atomic>
#include <memory>
#include <thread>
#include <utility>

int main() {
  auto count = std::make_shared<std::atomic<int>>(0);
  auto other = count;
  std::thread worker([other = std::move(other)] {
    other->fetch_add(1, std::memory_order_relaxed);
  });
  count->fetch_add(1, std::memory_order_relaxed);
  worker.join();
}
