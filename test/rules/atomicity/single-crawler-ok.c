// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// One crawler at a time, and it takes one order at a time: while it is busy, the lock is
// given back for a while, but nobody else changes the count.
#include <pthread.h>
#include <stdbool.h>
#include <unistd.h>

static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_t tid;
static bool started, busy;
static int count;

static void crawl(void) {
  for (int i = 0; i < 10; i++) {
    pthread_mutex_unlock(&mu);
    usleep(10);
    pthread_mutex_lock(&mu);
  }
}

static void *crawler(void *arg) {
  (void)arg;
  pthread_mutex_lock(&mu);
  while (true) {
    while (!busy)
      pthread_cond_wait(&cond, &mu);
    if (count == -1) {
      crawl();
      count = 0;
    } else {
      count--;
    }
    if (count == 0)
      busy = false;
  }
}

static void start(void) {
  pthread_mutex_lock(&mu);
  if (!started) {
    started = true;
    pthread_create(&tid, NULL, crawler, NULL);
  }
  pthread_mutex_unlock(&mu);
}

static void order(int n) {
  pthread_mutex_lock(&mu);
  if (!busy) {
    busy = true;
    count = n;
    pthread_cond_signal(&cond);
  }
  pthread_mutex_unlock(&mu);
}

static void *worker(void *arg) {
  (void)arg;
  start();
  order(-1);
  order(3);
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
