// The log level is a relaxed atomic: it orders nothing and needs to order
// nothing.
#include <atomic>
#include <thread>

enum class Level { Error, Info, Debug };

static std::atomic<Level> threshold{Level::Error};

static void setThreshold(Level level) {
  threshold.store(level, std::memory_order_relaxed);
}
static bool enabled(Level level) {
  return level <= threshold.load(std::memory_order_relaxed);
}

static void work(int *lines) {
  for (int i = 0; i < 1000; ++i)
    if (enabled(i % 2 ? Level::Info : Level::Debug))
      ++*lines;
}

int main() {
  int lines = 0;
  std::thread worker(work, &lines);
  setThreshold(Level::Info);
  setThreshold(Level::Debug);
  worker.join();
  return lines <= 1000 ? 0 : 1;
}
