// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <pthread.h>
#include <stdatomic.h>

static atomic_int served;

static void *serve(void *arg) {
  ++served;
  return arg;
}

int main(void) {
  pthread_t all[4];
  for (int i = 0; i < 4; ++i)
    pthread_create(&all[i], 0, serve, 0);
  for (int i = 0; i < 4; ++i)
    pthread_join(all[i], 0);
  return served;
}
