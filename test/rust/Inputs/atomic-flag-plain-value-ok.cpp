// The flag of a message and its number are atomic.
#include <atomic>
#include <cstdio>
#include <thread>

struct Message {
  std::atomic<bool> sent = false;
  std::atomic<int> number = 0;
};

int main() {
  Message message;
  {
    std::jthread worker([&] {
      message.number.store(1, std::memory_order_relaxed);
      message.sent.store(true, std::memory_order_relaxed);
    });
    if (message.sent.load(std::memory_order_relaxed))
      std::printf("%d\n", message.number.load(std::memory_order_relaxed));
  }
}
