// The total that the completion function writes is read between arriving at the
// barrier and waiting.
#include <barrier>
#include <thread>
#include <utility>

static long parts[2];
static long total = 0;

struct AddUp {
  void operator()() noexcept { total += parts[0] + parts[1]; } // RACE
};

static std::barrier<AddUp> phase(2);

static void work(int self, long *seen) {
  for (int i = 0; i < 50; ++i) {
    parts[self] = i;
    auto arrived = phase.arrive();
    *seen += total; // RACE
    phase.wait(std::move(arrived));
  }
}

int main() {
  long first = 0, second = 0;
  std::thread a(work, 0, &first);
  work(1, &second);
  a.join();
  return total == 2450 ? 0 : 1;
}
