// The worker stores its result before it reports itself done to the wait group, and main reads after the group is empty.
#include <pthread.h>
#include <stdio.h>

struct wait_group {
  pthread_mutex_t lock;
  pthread_cond_t empty;
  int pending;
};

static void group_done(struct wait_group *g) {
  pthread_mutex_lock(&g->lock);
  if (--g->pending == 0)
    pthread_cond_broadcast(&g->empty);
  pthread_mutex_unlock(&g->lock);
}

static void group_wait(struct wait_group *g) {
  pthread_mutex_lock(&g->lock);
  while (g->pending > 0)
    pthread_cond_wait(&g->empty, &g->lock);
  pthread_mutex_unlock(&g->lock);
}

enum { PARTS = 3 };
static struct wait_group group = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, PARTS};
static int part[PARTS];

static void *compute(void *arg) {
  int *mine = arg;
  *mine = (int)(mine - part) + 40;
  group_done(&group);
  return NULL;
}

int main(void) {
  int sum = 0;
  for (int i = 0; i < PARTS; i++) {
    pthread_t t;
    if (pthread_create(&t, NULL, compute, &part[i]) != 0)
      return 1;
    pthread_detach(t);
  }
  group_wait(&group);
  for (int i = 0; i < PARTS; i++)
    sum += part[i];
  printf("%d\n", sum);
  return 0;
}
