// The counter that tells main that all parts are done is incremented with release and read with acquire.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

enum { PARTS = 4 };

static long parts[PARTS];
static atomic_int done_count;

static void *compute(void *arg) {
  long *part = arg;
  for (int i = 0; i < 1000; i++)
    *part += i;
  atomic_fetch_add_explicit(&done_count, 1, memory_order_release);
  return NULL;
}

int main(void) {
  for (int i = 0; i < PARTS; i++) {
    pthread_t t;
    if (pthread_create(&t, NULL, compute, &parts[i]) != 0)
      return 1;
    pthread_detach(t);
  }
  while (atomic_load_explicit(&done_count, memory_order_acquire) < PARTS)
    ;
  long total = 0;
  for (int i = 0; i < PARTS; i++)
    total += parts[i];
  printf("%ld\n", total);
  return 0;
}
