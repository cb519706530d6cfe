// The exit handler reads the statistics while a detached thread may still write
// them.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>

static long processed = 0;
static std::atomic<bool> stop{false};

static void printStatistics() {
  stop = true;
  std::printf("%ld processed\n", processed); // RACE
}

static void work() {
  while (!stop)
    ++processed; // RACE
}

int main() {
  std::atexit(printStatistics);
  std::thread(work).detach();
  while (std::rand() % 100)
    std::this_thread::yield();
  return 0;
}
