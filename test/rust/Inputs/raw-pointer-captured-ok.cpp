// A pointer to an atomic local goes to a thread, and both write.
#include <atomic>
#include <thread>

int main() {
  std::atomic<int> number = 0;
  std::atomic<int> *pointer = &number;
  {
    std::jthread worker(
        [pointer] { pointer->store(1, std::memory_order_relaxed); });
    pointer->store(2, std::memory_order_relaxed);
  }
}
