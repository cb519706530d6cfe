// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The wrapper starts a thread for each element of the table.
#include <pthread.h>
#include <stdlib.h>

struct worker {
  pthread_t thread;
  int rounds;
};

static struct worker *workers;

static void *run(void *arg) {
  struct worker *me = arg;
  me->rounds = 1;
  me->rounds++;
  return 0;
}

static void start(pthread_t *t, void *arg) { pthread_create(t, 0, run, arg); }

int main(void) {
  workers = calloc(4, sizeof *workers);
  for (int i = 0; i < 4; i++)
    start(&workers[i].thread, &workers[i]);
  for (int i = 0; i < 4; i++)
    pthread_join(workers[i].thread, 0);
  return workers[3].rounds;
}
