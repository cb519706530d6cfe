// The POSIX spin lock covers the write and the reading of both fields.
#include <pthread.h>

struct Clock {
  pthread_spinlock_t lock;
  long seconds;
  long nanoseconds;
};

static Clock wall;

static void *tick(void *) {
  for (int i = 0; i < 1000; ++i) {
    pthread_spin_lock(&wall.lock);
    wall.nanoseconds += 1000000;
    if (wall.nanoseconds >= 1000000000) {
      wall.nanoseconds = 0;
      ++wall.seconds;
    }
    pthread_spin_unlock(&wall.lock);
  }
  return nullptr;
}

static double now() {
  pthread_spin_lock(&wall.lock);
  long seconds = wall.seconds;
  long nanoseconds = wall.nanoseconds;
  pthread_spin_unlock(&wall.lock);
  return static_cast<double>(seconds) + 1e-9 * static_cast<double>(nanoseconds);
}

int main() {
  pthread_spin_init(&wall.lock, PTHREAD_PROCESS_PRIVATE);
  pthread_t ticker;
  pthread_create(&ticker, nullptr, tick, nullptr);
  double last = 0;
  for (int i = 0; i < 100; ++i)
    last = now();
  pthread_join(ticker, nullptr);
  pthread_spin_destroy(&wall.lock);
  return last <= 1.0 ? 0 : 1;
}
