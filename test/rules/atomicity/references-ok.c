// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The decrement tells.
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct buffer {
  atomic_int refs;
};

static void put(struct buffer *b) {
  if (atomic_fetch_sub(&b->refs, 1) == 1)
    free(b);
}

static void *run(void *b) {
  put(b);
  return 0;
}

int main(void) {
  struct buffer *b = malloc(sizeof *b);
  pthread_t first, second;
  atomic_init(&b->refs, 2);
  pthread_create(&first, 0, run, b);
  pthread_create(&second, 0, run, b);
  pthread_join(first, 0);
  pthread_join(second, 0);
  return 0;
}
