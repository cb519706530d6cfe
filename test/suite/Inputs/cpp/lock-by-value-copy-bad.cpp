// The helper copies the handle that holds the mutex, and the copy has a mutex
// of its own.
#include <mutex>
#include <thread>

struct Slot {
  std::mutex lock;
  long *value;
  explicit Slot(long *v) : value(v) {}
  Slot(const Slot &other) : value(other.value) {}
};

static void bump(Slot slot) {
  std::lock_guard<std::mutex> hold(slot.lock);
  ++*slot.value; // RACE
}

int main() {
  long counter = 0;
  Slot slot(&counter);
  std::thread a([&slot] {
    for (int i = 0; i < 200; ++i)
      bump(slot);
  });
  for (int i = 0; i < 200; ++i)
    bump(slot);
  a.join();
  return counter == 400 ? 0 : 1;
}
