// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Whoever needs the thread starts it, but only the first one does.
#include <pthread.h>
#include <stdbool.h>
#include <unistd.h>

static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static bool started;
static long rounds;

static void *background(void *arg) {
  (void)arg;
  for (int i = 0; i < 10; i++)
    rounds++;
  return NULL;
}

static void start(void) {
  pthread_mutex_lock(&mu);
  if (!started) {
    pthread_t tid;
    started = true;
    pthread_create(&tid, NULL, background, NULL);
    pthread_detach(tid);
  }
  pthread_mutex_unlock(&mu);
}

static void *worker(void *arg) {
  (void)arg;
  start();
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, worker, NULL);
  pthread_create(&b, NULL, worker, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  sleep(1);
  return 0;
}
