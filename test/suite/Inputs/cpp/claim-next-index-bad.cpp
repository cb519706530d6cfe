// Work items are claimed by a load and a store of the next index, so two
// workers get the same one.
#include <atomic>
#include <thread>
#include <vector>

static std::vector<int> items(1000, 1);
static std::atomic<size_t> next{0};

static void work() {
  for (;;) {
    size_t mine = next.load(); // RACE
    if (mine >= items.size())
      return;
    next.store(mine + 1); // RACE
    items[mine] *= 2;     // RACE
  }
}

int main() {
  std::thread team[3];
  for (std::thread &t : team)
    t = std::thread(work);
  for (std::thread &t : team)
    t.join();
  for (int item : items)
    if (item != 2)
      return 1;
  return 0;
}
