// A release fence before the relaxed store of the flag and an acquire fence after its relaxed load order the record.
#include <stdatomic.h>
#include <pthread.h>
#include <stdio.h>

struct record {
  double x, y;
};

static struct record shared;
static atomic_int published;

static void *publish(void *unused) {
  (void)unused;
  shared.x = 1.5;
  shared.y = -2.5;
  atomic_thread_fence(memory_order_release);
  atomic_store_explicit(&published, 1, memory_order_relaxed);
  return NULL;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, publish, NULL);
  while (!atomic_load_explicit(&published, memory_order_relaxed))
    ;
  atomic_thread_fence(memory_order_acquire);
  printf("%g\n", shared.x + shared.y);
  pthread_join(t, NULL);
  return 0;
}
