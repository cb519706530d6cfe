// The error path unlocks and then falls through to the common code, which still changes the guarded counters.
#include <pthread.h>
#include <stdio.h>

struct pool {
  pthread_mutex_t lock;
  int free_slots;
  unsigned long refusals;
  unsigned long grants;
};

static struct pool pool = {PTHREAD_MUTEX_INITIALIZER, 50, 0, 0};

static int grant(struct pool *p) {
  int ok = 1;
  pthread_mutex_lock(&p->lock);
  if (p->free_slots == 0) {
    pthread_mutex_unlock(&p->lock); // RACE
    ok = 0;
    p->refusals++; // RACE
    goto out;
  }
  p->free_slots--;
  p->grants++;
  pthread_mutex_unlock(&p->lock);
out:
  return ok;
}

static void *client(void *arg) {
  int *granted = arg;
  for (int i = 0; i < 200; i++)
    *granted += grant(&pool);
  return NULL;
}

int main(void) {
  pthread_t t[2];
  int granted[2] = {0, 0};
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, client, &granted[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  printf("%d %lu\n", granted[0] + granted[1], pool.refusals);
  return 0;
}
