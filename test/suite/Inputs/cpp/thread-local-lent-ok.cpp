// Each thread counts in its own thread_local and adds to the atomic total at
// the end.
#include <atomic>
#include <thread>

static thread_local long mine = 0;
static std::atomic<long> total{0};

static void count() {
  for (int i = 0; i < 100; ++i)
    ++mine;
  total += mine;
}

int main() {
  std::thread helper(count);
  count();
  helper.join();
  return total == 200 ? 0 : 1;
}
