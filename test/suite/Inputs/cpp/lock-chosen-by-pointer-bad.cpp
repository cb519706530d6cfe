// Two workers reach the same total through different mutexes, chosen by a
// pointer in their settings.
#include <mutex>
#include <thread>

static std::mutex primary;
static std::mutex secondary;
static long total = 0;

struct Settings {
  std::mutex *lock;
  int step;
};

static void work(const Settings *settings) {
  for (int i = 0; i < 500; ++i) {
    settings->lock->lock();
    total += settings->step; // RACE
    settings->lock->unlock();
  }
}

int main() {
  Settings slow{&primary, 1};
  Settings fast{&secondary, 10};
  std::thread a(work, &slow), b(work, &fast);
  a.join();
  b.join();
  return total == 5500 ? 0 : 1;
}
