// Both threads announce themselves and look for the other with sequentially
// consistent operations.
#include <atomic>
#include <thread>

static std::atomic<bool> left{false}, right{false};
static int visits = 0;

static constexpr std::memory_order Put = std::memory_order_seq_cst;
static constexpr std::memory_order Get = std::memory_order_seq_cst;

static void enter(std::atomic<bool> &mine, std::atomic<bool> &other) {
  mine.store(true, Put);
  if (!other.load(Get))
    ++visits;
}

int main() {
  std::thread a([] { enter(left, right); });
  std::thread b([] { enter(right, left); });
  a.join();
  b.join();
  return visits <= 1 ? 0 : 1;
}
