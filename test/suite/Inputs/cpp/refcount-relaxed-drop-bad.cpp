// The last reference is dropped with a relaxed decrement, so deleting races
// with the others' uses.
#include <atomic>
#include <thread>

struct Shared {
  std::atomic<int> users{2};
  long hits[2] = {};
};

static void drop(Shared *shared) {
  if (shared->users.fetch_sub(1, std::memory_order_relaxed) == 1) // RACE
    delete shared;                                                // RACE
}

static void use(Shared *shared, int who) {
  for (int i = 0; i < 100; ++i)
    ++shared->hits[who]; // RACE
  drop(shared);
}

int main() {
  Shared *shared = new Shared;
  std::thread other(use, shared, 1);
  use(shared, 0);
  other.join();
}
