// A volatile flag is supposed to tell the main thread that the result is
// complete.
#include <cmath>
#include <thread>

static volatile bool complete = false;
static double result = 0;

static void compute() {
  for (int i = 1; i < 100; ++i)
    result += std::sqrt(i); // RACE
  complete = true;          // RACE
}

int main() {
  std::thread worker(compute);
  while (!complete) // RACE
    std::this_thread::yield();
  double seen = result; // RACE
  worker.join();
  return seen > 0 ? 0 : 1;
}
