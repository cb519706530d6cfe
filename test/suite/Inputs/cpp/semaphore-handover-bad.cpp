// The "full" semaphore starts with a permit, so the consumer reads before
// anything is produced.
#include <semaphore>
#include <thread>

static std::binary_semaphore emptySlot(1);
static std::binary_semaphore fullSlot(1);
static int slot = 0;

static void produce() {
  for (int i = 1; i <= 10; ++i) {
    emptySlot.acquire();
    slot = i; // RACE
    if (i < 10)
      fullSlot.release();
  }
}

int main() {
  std::thread producer(produce);
  int sum = 0;
  for (int i = 0; i < 10; ++i) {
    fullSlot.acquire();
    sum += slot; // RACE
    emptySlot.release();
  }
  producer.join();
  return sum > 55;
}
