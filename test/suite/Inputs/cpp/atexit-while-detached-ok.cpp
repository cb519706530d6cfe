// The exit handler joins the writer before it reads the statistics.
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>

static long processed = 0;
static std::atomic<bool> stop{false};
static std::thread worker;

static void printStatistics() {
  stop = true;
  worker.join();
  std::printf("%ld processed\n", processed);
}

static void work() {
  while (!stop)
    ++processed;
}

int main() {
  std::atexit(printStatistics);
  worker = std::thread(work);
  while (std::rand() % 100)
    std::this_thread::yield();
  return 0;
}
