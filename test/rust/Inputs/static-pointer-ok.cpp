// An atomic pointer is static.
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic<int *> current;

int main() {
  std::thread worker(
      [] { current.store(new int(1), std::memory_order_release); });
  std::printf("%d\n", current.load(std::memory_order_acquire) == nullptr);
  worker.join();
}
