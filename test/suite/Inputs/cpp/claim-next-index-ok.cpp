// Work items are claimed by fetch_add, so each item belongs to one worker.
#include <atomic>
#include <thread>
#include <vector>

static std::vector<int> items(1000, 1);
static std::atomic<size_t> next{0};

static void work() {
  for (;;) {
    size_t mine = next.fetch_add(1);
    if (mine >= items.size())
      return;
    items[mine] *= 2;
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
