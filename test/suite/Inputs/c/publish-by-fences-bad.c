// The reader of the flag has no acquire fence, so the writer's release fence orders nothing for it.
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
  shared.x = 1.5; // RACE
  shared.y = -2.5; // RACE
  atomic_thread_fence(memory_order_release);
  atomic_store_explicit(&published, 1, memory_order_relaxed);
  return NULL;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, publish, NULL);
  while (!atomic_load_explicit(&published, memory_order_relaxed)) // RACE
    ;
  printf("%g\n", shared.x + shared.y); // RACE
  pthread_join(t, NULL);
  return 0;
}
