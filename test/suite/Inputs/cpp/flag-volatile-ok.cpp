// An atomic flag tells the main thread that the result is complete.
#include <atomic>
#include <cmath>
#include <thread>

static std::atomic<bool> complete = false;
static double result = 0;

static void compute() {
  for (int i = 1; i < 100; ++i)
    result += std::sqrt(i);
  complete = true;
}

int main() {
  std::thread worker(compute);
  while (!complete)
    std::this_thread::yield();
  double seen = result;
  worker.join();
  return seen > 0 ? 0 : 1;
}
