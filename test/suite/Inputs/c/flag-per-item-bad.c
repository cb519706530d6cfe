// The consumer waits for the flag of one item but reads also the next item, whose flag it has not seen.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

enum { ITEMS = 200 };

static double item[ITEMS + 1];
static atomic_bool ready[ITEMS];

static void *produce(void *unused) {
  (void)unused;
  for (int i = 0; i < ITEMS; i++) {
    item[i] = i * 0.5; // RACE
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
    sum += item[i] + item[i + 1]; // RACE
  }
  pthread_join(t, NULL);
  printf("%g\n", sum);
  return 0;
}
