// Every item has its own flag, stored with release after the item and read with acquire before it.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

enum { ITEMS = 200 };

static double item[ITEMS + 1];
static atomic_bool ready[ITEMS];

static void *produce(void *unused) {
  (void)unused;
  for (int i = 0; i < ITEMS; i++) {
    item[i] = i * 0.5;
    atomic_store_explicit(&ready[i], 1, memory_order_release);
  }
  return NULL;
}

int main(void) {
  pthread_t t;
  double sum = 0;
  pthread_create(&t, NULL, produce, NULL);
  for (int i = 0; i < ITEMS; i++) {
    while (!atomic_load_explicit(&ready[i], memory_order_acquire))
      ;
    sum += item[i];
  }
  pthread_join(t, NULL);
  printf("%g\n", sum);
  return 0;
}
