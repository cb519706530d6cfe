// The odometer is declared guarded by its mutex, and the helper without a lock declares that its caller must hold it.
#include <pthread.h>

#define CAPABILITY(x) __attribute__((capability(x)))
#define GUARDED_BY(x) __attribute__((guarded_by(x)))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))
#define REQUIRES(...) __attribute__((requires_capability(__VA_ARGS__)))
#define NO_ANALYSIS __attribute__((no_thread_safety_analysis))

struct CAPABILITY("mutex") lock {
  pthread_mutex_t mutex;
};

void lock_take(struct lock *l) ACQUIRE(l);
void lock_give(struct lock *l) RELEASE(l);

void lock_take(struct lock *l) NO_ANALYSIS {
  pthread_mutex_lock(&l->mutex);
}

void lock_give(struct lock *l) NO_ANALYSIS {
  pthread_mutex_unlock(&l->mutex);
}

static struct lock car_lock = {PTHREAD_MUTEX_INITIALIZER};
static unsigned long odometer GUARDED_BY(car_lock);
static unsigned long trip_start GUARDED_BY(car_lock);

static void start_trip(void) REQUIRES(car_lock) {
  trip_start = odometer;
}

void car_drive(unsigned km) {
  lock_take(&car_lock);
  odometer += km;
  lock_give(&car_lock);
}

unsigned long car_trip(void) {
  lock_take(&car_lock);
  unsigned long km = odometer - trip_start;
  lock_give(&car_lock);
  return km;
}

void car_reset_trip(void) {
  lock_take(&car_lock);
  start_trip();
  lock_give(&car_lock);
}
