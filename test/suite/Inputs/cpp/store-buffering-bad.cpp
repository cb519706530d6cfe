// Both threads announce themselves and look for the other with release and
// acquire: neither may see it.
#include <atomic>
#include <thread>

static std::atomic<bool> left{false}, right{false};
static int visits = 0;

static constexpr std::memory_order Put = std::memory_order_release;
static constexpr std::memory_order Get = std::memory_order_acquire;

static void enter(std::atomic<bool> &mine, std::atomic<bool> &other) {
  mine.store(true, Put); // RACE
  if (!other.load(Get))  // RACE
    ++visits;            // RACE
}

int main() {
  std::thread a([] { enter(left, right); });
  std::thread b([] { enter(right, left); });
  a.join();
  b.join();
  return visits <= 1 ? 0 : 1;
}
