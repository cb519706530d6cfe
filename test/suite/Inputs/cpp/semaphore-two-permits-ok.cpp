// A semaphore with one permit serves as a mutex.
#include <semaphore>
#include <thread>

static std::counting_semaphore<4> permits(1);
static int reading = 0;

static void measure() {
  for (int i = 0; i < 300; ++i) {
    permits.acquire();
    reading = reading + 1;
    permits.release();
  }
}

int main() {
  std::thread a(measure), b(measure);
  a.join();
  b.join();
  return reading == 600 ? 0 : 1;
}
