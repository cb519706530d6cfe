// The decrement is release, and the one who sees the last count acquires before
// it deletes.
#include <atomic>
#include <thread>

struct Shared {
  std::atomic<int> users{2};
  long hits[2] = {};
};

static void drop(Shared *shared) {
  if (shared->users.fetch_sub(1, std::memory_order_release) == 1) {
    std::atomic_thread_fence(std::memory_order_acquire);
    delete shared;
  }
}

static void use(Shared *shared, int who) {
  for (int i = 0; i < 100; ++i)
    ++shared->hits[who];
  drop(shared);
}

int main() {
  Shared *shared = new Shared;
  std::thread other(use, shared, 1);
  use(shared, 0);
  other.join();
}
