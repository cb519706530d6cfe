// The flag of a message is atomic, and its number is not.
#include "rust.h"
#include <atomic>
#include <cstdio>
#include <thread>

struct Message {
  std::atomic<bool> sent = false;
  rust::Cell<int> number;
};

int main() {
  Message message;
  {
    std::jthread worker([&] { // ERROR
      message.number.set(1); // ERROR-ALSO
      message.sent.store(true, std::memory_order_relaxed);
    });
    if (message.sent.load(std::memory_order_relaxed))
      std::printf("%d\n", message.number.get()); // ERROR-ALSO
  }
}
