// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Started once.
#include <pthread.h>
static int reports;

static void *run(void *arg) {
  if ((long)arg == 0)
    reports++;
  return 0;
}
static void start(void) {
  for (long i = 0; i < 4; ++i) {
    pthread_t thread;
    pthread_create(&thread, 0, run, (void *)i);
    pthread_detach(thread);
  }
}
int main(void) {
  start();
}
