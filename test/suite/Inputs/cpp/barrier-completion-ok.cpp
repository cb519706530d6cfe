// The total is read after the barrier, and the next completion cannot run
// before the reader arrives again.
#include <barrier>
#include <thread>
#include <utility>

static long parts[2];
static long total = 0;

struct AddUp {
  void operator()() noexcept { total += parts[0] + parts[1]; }
};

static std::barrier<AddUp> phase(2);

static void work(int self, long *seen) {
  for (int i = 0; i < 50; ++i) {
    parts[self] = i;
    auto arrived = phase.arrive();
    phase.wait(std::move(arrived));
    *seen += total;
  }
}

int main() {
  long first = 0, second = 0;
  std::thread a(work, 0, &first);
  work(1, &second);
  a.join();
  return total == 2450 ? 0 : 1;
}
