// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The operation runs when the lock of the device was given back.
#include <pthread.h>
static pthread_mutex_t device = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;
struct operation {
  const char *name;
  int (*run)(int);
};
static int nothing(int n) { return n; }
static int reset(int n) {
  pthread_mutex_lock(&log_lock);
  pthread_mutex_unlock(&log_lock);
  return n;
}
static const struct operation operations[] = {
    {"nothing", nothing},
    {.name = "reset", .run = reset},
};
static void *control(void *which) {
  pthread_mutex_lock(&device);
  pthread_mutex_unlock(&device);
  operations[*(int *)which].run(1);
  return 0;
}
static void *rotate(void *unused) {
  pthread_mutex_lock(&log_lock);
  pthread_mutex_lock(&device);
  pthread_mutex_unlock(&device);
  pthread_mutex_unlock(&log_lock);
  return unused;
}
int main(void) {
  int which = 1;
  pthread_t first, second;
  pthread_create(&first, 0, control, &which);
  pthread_create(&second, 0, rotate, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
  return 0;
}
