// The totals are printed after a function that joins all workers was called.
#include <cstdio>
#include <thread>

static std::thread readers[2];
static long bytesRead = 0;
static std::thread flusher;
static long bytesWritten = 0;

static void startAll() {
  readers[0] = std::thread([] { bytesRead = 512; });
  flusher = std::thread([] { bytesWritten = 128; });
}

static void finish(std::thread &t) {
  if (t.joinable())
    t.join();
}

static void stopAll() {
  for (std::thread &t : readers)
    finish(t);
  finish(flusher);
}

static void report() {
  std::printf("%ld in, %ld out\n", bytesRead, bytesWritten);
}

int main() {
  startAll();
  stopAll();
  report();
}
