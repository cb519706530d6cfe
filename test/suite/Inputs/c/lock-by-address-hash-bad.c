// The lock is chosen by the address of the pointer variable, which is different in every call, instead of the object's.
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>

enum { LOCKS = 7, COUNTERS = 8 };

static pthread_mutex_t locks[LOCKS];

struct counter {
  unsigned long ups, downs;
};

static struct counter counters[COUNTERS];

static pthread_mutex_t *lock_for(const void *object) {
  return &locks[((uintptr_t)object >> 4) % LOCKS];
}

static void count(struct counter *c, int up) {
  pthread_mutex_t *lock = lock_for(&c); // RACE
  pthread_mutex_lock(lock);
  if (up)
    c->ups++; // RACE
  else
    c->downs++; // RACE
  pthread_mutex_unlock(lock);
}

static void *run(void *arg) {
  int seed = *(int *)arg;
  for (int i = 0; i < 2000; i++)
    count(&counters[(i + seed) % COUNTERS], i & 1);
  return NULL;
}

int main(void) {
  pthread_t t[3];
  int seed[3] = {0, 3, 5};
  for (int i = 0; i < LOCKS; i++)
    pthread_mutex_init(&locks[i], NULL);
  for (int i = 0; i < 3; i++)
    pthread_create(&t[i], NULL, run, &seed[i]);
  for (int i = 0; i < 3; i++)
    pthread_join(t[i], NULL);
  printf("%lu\n", counters[0].ups + counters[0].downs);
  return 0;
}
