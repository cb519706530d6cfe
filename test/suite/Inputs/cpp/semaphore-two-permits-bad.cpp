// A semaphore with two permits is used as if it were a mutex.
#include <semaphore>
#include <thread>

static std::counting_semaphore<4> permits(2);
static int reading = 0;

static void measure() {
  for (int i = 0; i < 300; ++i) {
    permits.acquire();
    reading = reading + 1; // RACE
    permits.release();
  }
}

int main() {
  std::thread a(measure), b(measure);
  a.join();
  b.join();
  return reading == 600 ? 0 : 1;
}
