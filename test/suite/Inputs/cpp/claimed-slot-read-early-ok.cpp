// Slots are claimed by fetch_add, and each has a flag of its own that says it
// is filled.
#include <atomic>
#include <thread>

struct Slot {
  int value = 0;
  std::atomic<bool> filled{false};
};

static Slot slots[200];
static std::atomic<int> claimed{0};

static void log(int value) {
  Slot &slot = slots[claimed.fetch_add(1)];
  slot.value = value;
  slot.filled.store(true, std::memory_order_release);
}

static long sumSoFar() {
  long sum = 0;
  for (int i = 0, n = claimed.load(); i < n; ++i)
    if (slots[i].filled.load(std::memory_order_acquire))
      sum += slots[i].value;
  return sum;
}

int main() {
  auto work = [] {
    for (int i = 0; i < 100; ++i)
      log(1);
  };
  std::thread a(work), b(work);
  long early = sumSoFar();
  a.join();
  b.join();
  return early <= 200 && sumSoFar() == 200 ? 0 : 1;
}
