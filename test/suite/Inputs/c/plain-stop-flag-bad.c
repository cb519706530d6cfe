// The worker polls a plain stop flag that main sets without the lock both use for the rest.
#include <pthread.h>
#include <stdio.h>

struct worker {
  pthread_t thread;
  pthread_mutex_t lock;
  int stop;
  unsigned rounds;
};

static int should_stop(struct worker *w) {
  return w->stop; // RACE
}

static void *loop(void *arg) {
  struct worker *w = arg;
  unsigned limit = 10000000;
  while (!should_stop(w) && limit-- > 0) {
    pthread_mutex_lock(&w->lock);
    w->rounds++;
    pthread_mutex_unlock(&w->lock);
  }
  return NULL;
}

int main(void) {
  struct worker w = {.stop = 0, .rounds = 0};
  pthread_mutex_init(&w.lock, NULL);
  pthread_create(&w.thread, NULL, loop, &w);
  for (;;) {
    pthread_mutex_lock(&w.lock);
    unsigned rounds = w.rounds;
    pthread_mutex_unlock(&w.lock);
    if (rounds > 10)
      break;
  }
  w.stop = 1; // RACE
  pthread_join(w.thread, NULL);
  printf("%u\n", w.rounds);
  pthread_mutex_destroy(&w.lock);
  return 0;
}
