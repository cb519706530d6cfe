// pthread_mutex_trylock returns zero on success, and only then the statistics
// are touched.
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static long attempts[4];

static bool record(unsigned slot) {
  if (pthread_mutex_trylock(&lock))
    return false;
  ++attempts[slot % 4];
  pthread_mutex_unlock(&lock);
  return true;
}

static void *run(void *) {
  for (unsigned i = 0; i < 1000; ++i)
    record(i);
  return nullptr;
}

int main() {
  pthread_t a, b;
  pthread_create(&a, nullptr, run, nullptr);
  pthread_create(&b, nullptr, run, nullptr);
  pthread_join(a, nullptr);
  pthread_join(b, nullptr);
  return attempts[0] <= 500 ? 0 : 1;
}
