// The log level is a plain global that the main thread changes while workers
// consult it.
#include <atomic>
#include <thread>

enum class Level { Error, Info, Debug };

static Level threshold = Level::Error;

static void setThreshold(Level level) { threshold = level; }    // RACE
static bool enabled(Level level) { return level <= threshold; } // RACE

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
