// The worker is told to stop and acknowledges under the lock as its last use of the pool; only then is the memory released.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct pool {
  int stop, stopped;
  int blocks[32];
};

static pthread_mutex_t pool_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t pool_changed = PTHREAD_COND_INITIALIZER;

static void *scrub(void *arg) {
  struct pool *p = arg;
  pthread_mutex_lock(&pool_lock);
  while (!p->stop) {
    for (int i = 0; i < 32; i++)
      p->blocks[i] = 0;
    pthread_cond_wait(&pool_changed, &pool_lock);
  }
  p->stopped = 1;
  pthread_cond_broadcast(&pool_changed);
  pthread_mutex_unlock(&pool_lock);
  return NULL;
}

static void pool_free(struct pool *p) {
  pthread_mutex_lock(&pool_lock);
  p->stop = 1;
  pthread_cond_broadcast(&pool_changed);
  while (!p->stopped)
    pthread_cond_wait(&pool_changed, &pool_lock);
  pthread_mutex_unlock(&pool_lock);
  free(p);
}

int main(void) {
  struct pool *p = calloc(1, sizeof *p);
  pthread_t t;
  if (pthread_create(&t, NULL, scrub, p) != 0)
    return 1;
  pthread_detach(t);
  pool_free(p);
  puts("freed");
  return 0;
}
