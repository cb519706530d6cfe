// Whether the timed wait succeeded or gave up, the result is read before the lock is released.
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static struct {
  pthread_mutex_t lock;
  pthread_cond_t changed;
  int complete;
  long total;
} search = {.lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};

static void *searcher(void *unused) {
  (void)unused;
  for (long i = 0; i < 200000; i++) {
    long score = i * 7919 % 10007;
    pthread_mutex_lock(&search.lock);
    search.total += score % 3;
    pthread_mutex_unlock(&search.lock);
  }
  pthread_mutex_lock(&search.lock);
  search.complete = 1;
  pthread_cond_signal(&search.changed);
  pthread_mutex_unlock(&search.lock);
  return NULL;
}

static long total_within_ms(long ms) {
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_nsec += ms * 1000000L;
  until.tv_sec += until.tv_nsec / 1000000000L;
  until.tv_nsec %= 1000000000L;
  int rc = 0;
  pthread_mutex_lock(&search.lock);
  while (!search.complete && rc != ETIMEDOUT)
    rc = pthread_cond_timedwait(&search.changed, &search.lock, &until);
  long total = search.total;
  pthread_mutex_unlock(&search.lock);
  return total;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, searcher, NULL);
  printf("%ld\n", total_within_ms(1));
  pthread_join(t, NULL);
  return 0;
}
