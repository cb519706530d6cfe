// The gate is opened before the seed is written; the runners that pass it read the seed.
#include <pthread.h>
#include <stdio.h>

struct gate {
  pthread_mutex_t lock;
  pthread_cond_t opened;
  int open;
};

static struct gate gate = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0};
static unsigned seed;
static unsigned drawn[3];

static void gate_open(struct gate *g) {
  pthread_mutex_lock(&g->lock);
  g->open = 1;
  pthread_mutex_unlock(&g->lock);
  pthread_cond_broadcast(&g->opened);
}

static void gate_pass(struct gate *g) {
  pthread_mutex_lock(&g->lock);
  while (!g->open)
    pthread_cond_wait(&g->opened, &g->lock);
  pthread_mutex_unlock(&g->lock);
}

static void *runner(void *arg) {
  unsigned *mine = arg;
  gate_pass(&gate);
  *mine = seed * 1103515245u + 12345u; // RACE
  return NULL;
}

int main(void) {
  pthread_t t[3];
  for (int i = 0; i < 3; i++)
    pthread_create(&t[i], NULL, runner, &drawn[i]);
  gate_open(&gate);
  seed = 42; // RACE
  for (int i = 0; i < 3; i++)
    pthread_join(t[i], NULL);
  printf("%u\n", drawn[0]);
  return 0;
}
