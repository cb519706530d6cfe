// After the POSIX barrier every thread normalises the shared sum, not only the
// one chosen as serial.
#include <pthread.h>

static constexpr int Team = 3;
static pthread_barrier_t allAdded, allScaled;
static double values[Team];
static double norm = 1;

static void *run(void *raw) {
  double *mine = static_cast<double *>(raw);
  *mine = 2;
  pthread_barrier_wait(&allAdded);
  norm = 0; // RACE
  for (double value : values)
    norm += value; // RACE
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
