// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Whoever needs the thread starts another one.
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
    started = false;
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

// CHECK: {{^}}{{.*}}start-once.c:[[#@LINE-31]]:{{[0-9]+}}: warning: data race on 'rounds': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}start-once.c:[[#@LINE-23]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}start-once.c:[[#@LINE-33]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}start-once.c:[[#@LINE-39]]:{{[0-9]+}}: note: guard 'rounds' with a mutex, or make it atomic{{$}}
