// The "full" semaphore starts empty: each read of the slot waits for its write.
#include <semaphore>
#include <thread>

static std::binary_semaphore emptySlot(1);
static std::binary_semaphore fullSlot(0);
static int slot = 0;

static void produce() {
  for (int i = 1; i <= 10; ++i) {
    emptySlot.acquire();
    slot = i;
    fullSlot.release();
  }
}

int main() {
  std::thread producer(produce);
  int sum = 0;
  for (int i = 0; i < 10; ++i) {
    fullSlot.acquire();
    sum += slot;
    emptySlot.release();
  }
  producer.join();
  return sum > 55;
}
