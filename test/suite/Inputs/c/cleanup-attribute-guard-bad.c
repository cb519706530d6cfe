// The guard made with the cleanup attribute lives in an inner block, which ends before the last use of the counter.
#include <pthread.h>
#include <stdio.h>

static void unlock_at_exit(pthread_mutex_t **m) {
  pthread_mutex_unlock(*m);
}

static pthread_mutex_t *locked(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  return m;
}

#define GUARD(m) pthread_mutex_t *guard __attribute__((cleanup(unlock_at_exit), unused)) = locked(m)

static struct {
  pthread_mutex_t lock;
  int used, limit;
} quota = {PTHREAD_MUTEX_INITIALIZER, 0, 500};

static int take(int n) {
  {
    GUARD(&quota.lock);
    if (quota.used + n > quota.limit) // RACE
      return 0;
  }
  quota.used += n; // RACE
  return n;
}

static void *consumer(void *arg) {
  int *sum = arg;
  for (int i = 0; i < 300; i++)
    *sum += take(1);
  return NULL;
}

int main(void) {
  pthread_t t[2];
  int sum[2] = {0, 0};
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, consumer, &sum[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  printf("%d of %d\n", sum[0] + sum[1], quota.used);
  return 0;
}
