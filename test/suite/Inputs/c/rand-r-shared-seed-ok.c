// Each thread gives rand_r the address of a seed of its own.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static void *throw_darts(void *arg) {
  long *inside = arg;
  unsigned seed = 17 + (unsigned)*inside;
  for (int i = 0; i < 1000; i++) {
    double x = rand_r(&seed) / (double)RAND_MAX;
    double y = rand_r(&seed) / (double)RAND_MAX;
    if (x * x + y * y <= 1)
      ++*inside;
  }
  return NULL;
}

int main(void) {
  pthread_t a, b;
  long in_a = 0, in_b = 1;
  pthread_create(&a, NULL, throw_darts, &in_a);
  pthread_create(&b, NULL, throw_darts, &in_b);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%ld\n", in_a + in_b - 1);
  return 0;
}
