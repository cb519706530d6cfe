// The POSIX spin lock covers the write, but the fast path reads the two fields
// without it.
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
    wall.nanoseconds += 1000000; // RACE
    if (wall.nanoseconds >= 1000000000) {
      wall.nanoseconds = 0; // RACE
      ++wall.seconds;       // RACE
    }
    pthread_spin_unlock(&wall.lock);
  }
  return nullptr;
}

static double now() {
  long seconds = wall.seconds;         // RACE
  long nanoseconds = wall.nanoseconds; // RACE
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
