// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Set up by whoever comes first, which is the main thread, before it starts another: nobody comes second.
#include <pthread.h>
#include <stdlib.h>

enum state { RAW, BUSY, READY };
static enum state pool_state = RAW;
static int pool_size;

static int pool_is_ready(void) { return pool_state == READY; }

static void set_up(void) {
  pool_state = BUSY;
  pool_size = atoi("16");
  pool_state = READY;
}

static int take(void) {
  if (__builtin_expect(!pool_is_ready(), 0))
    set_up();
  return pool_size;
}

static void *work(void *arg) {
  take();
  return arg;
}

int main(void) {
  take();
  pthread_t first, second;
  pthread_create(&first, 0, work, 0);
  pthread_create(&second, 0, work, 0);
  take();
  pthread_join(first, 0);
  pthread_join(second, 0);
}
