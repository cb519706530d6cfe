// The atomic busy flag is cleared before the rebuilding is finished.
#include <atomic>
#include <thread>
#include <vector>

static std::atomic<bool> rebuilding{false};
static std::vector<int> index_;

static bool rebuild(int size) {
  if (rebuilding.exchange(true, std::memory_order_acquire))
    return false;
  rebuilding.store(false, std::memory_order_release);
  index_.clear(); // RACE
  for (int i = 0; i < size; ++i)
    index_.push_back(i); // RACE
  return true;
}

int main() {
  std::thread a([] {
    for (int i = 0; i < 50; ++i)
      rebuild(40);
  });
  for (int i = 0; i < 50; ++i)
    rebuild(30);
  a.join();
  return index_.size() <= 70 ? 0 : 1;
}
