// The lock of cell i is held, but cell i + 1 is changed as well.
#include <mutex>
#include <thread>

static constexpr int Cells = 5;
static std::mutex locks[Cells];
static int cells[Cells];

static void shiftRight(int i, int amount) {
  std::lock_guard<std::mutex> hold(locks[i]);
  cells[i] -= amount;     // RACE
  cells[i + 1] += amount; // RACE
}

static void worker(int first) {
  for (int round = 0; round < 200; ++round)
    for (int i = first; i + 1 < Cells; ++i)
      shiftRight(i, 1);
}

int main() {
  std::thread a(worker, 0), b(worker, 1);
  a.join();
  b.join();
  int sum = 0;
  for (int c : cells)
    sum += c;
  return sum;
}
