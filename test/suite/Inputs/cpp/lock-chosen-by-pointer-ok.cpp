// Two workers reach the same total through two pointers to one and the same
// mutex.
#include <mutex>
#include <thread>

static std::mutex primary;
static long total = 0;

struct Settings {
  std::mutex *lock;
  int step;
};

static void work(const Settings *settings) {
  for (int i = 0; i < 500; ++i) {
    settings->lock->lock();
    total += settings->step;
    settings->lock->unlock();
  }
}

int main() {
  Settings slow{&primary, 1};
  Settings fast{&primary, 10};
  std::thread a(work, &slow), b(work, &fast);
  a.join();
  b.join();
  return total == 5500 ? 0 : 1;
}
