// Main waits on a condition until the detached thread has stored its result and said so.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static struct {
  pthread_mutex_t lock;
  pthread_cond_t done_cond;
  int done;
  unsigned result;
} job = {.lock = PTHREAD_MUTEX_INITIALIZER, .done_cond = PTHREAD_COND_INITIALIZER};

static void *collatz(void *arg) {
  unsigned n = *(unsigned *)arg;
  unsigned steps = 0;
  while (n != 1) {
    n = n % 2 ? 3 * n + 1 : n / 2;
    steps++;
  }
  job.result = steps;
  pthread_mutex_lock(&job.lock);
  job.done = 1;
  pthread_cond_signal(&job.done_cond);
  pthread_mutex_unlock(&job.lock);
  return NULL;
}

int main(void) {
  static unsigned start = 27;
  pthread_t t;
  if (pthread_create(&t, NULL, collatz, &start) != 0)
    return 1;
  pthread_detach(t);
  pthread_mutex_lock(&job.lock);
  while (!job.done)
    pthread_cond_wait(&job.done_cond, &job.lock);
  pthread_mutex_unlock(&job.lock);
  printf("%u\n", job.result);
  return 0;
}
