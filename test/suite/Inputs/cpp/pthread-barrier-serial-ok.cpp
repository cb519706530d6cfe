// After the POSIX barrier only the thread chosen as serial normalises the
// shared sum.
#include <pthread.h>

static constexpr int Team = 3;
static pthread_barrier_t allAdded, allScaled;
static double values[Team];
static double norm = 1;

static void *run(void *raw) {
  double *mine = static_cast<double *>(raw);
  *mine = 2;
  if (pthread_barrier_wait(&allAdded) == PTHREAD_BARRIER_SERIAL_THREAD) {
    norm = 0;
    for (double value : values)
      norm += value;
  }
  pthread_barrier_wait(&allScaled);
  *mine /= norm;
  return nullptr;
}

int main() {
  pthread_barrier_init(&allAdded, nullptr, Team);
  pthread_barrier_init(&allScaled, nullptr, Team);
  pthread_t threads[Team];
  for (int i = 0; i < Team; ++i)
    pthread_create(&threads[i], nullptr, run, &values[i]);
  for (pthread_t t : threads)
    pthread_join(t, nullptr);
  return values[0] > 0 ? 0 : 1;
}
