// The relaxed counter tells main that all parts are done, but it does not publish the parts themselves.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

enum { PARTS = 4 };

static long parts[PARTS];
static atomic_int done_count;

static void *compute(void *arg) {
  long *part = arg;
  for (int i = 0; i < 1000; i++)
    *part += i; // RACE
  atomic_fetch_add_explicit(&done_count, 1, memory_order_relaxed); // RACE
  return NULL;
}

int main(void) {
  for (int i = 0; i < PARTS; i++) {
    pthread_t t;
    if (pthread_create(&t, NULL, compute, &parts[i]) != 0)
      return 1;
    pthread_detach(t);
  }
  while (atomic_load_explicit(&done_count, memory_order_relaxed) < PARTS) // RACE
    ;
  long total = 0;
  for (int i = 0; i < PARTS; i++)
    total += parts[i]; // RACE
  printf("%ld\n", total);
  return 0;
}
