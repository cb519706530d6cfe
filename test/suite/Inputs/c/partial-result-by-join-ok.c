// Each thread returns its partial result in memory it allocated, which main receives through pthread_join.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static void *primes_in(void *arg) {
  const int *bounds = arg;
  int *found = malloc(sizeof *found);
  *found = 0;
  for (int n = bounds[0]; n < bounds[1]; n++) {
    int prime = n > 1;
    for (int d = 2; d * d <= n; d++)
      if (n % d == 0)
        prime = 0;
    *found += prime;
  }
  return found;
}

int main(void) {
  static const int bounds[2][2] = {{0, 500}, {500, 1000}};
  pthread_t t[2];
  int total = 0;
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, primes_in, (void *)bounds[i]);
  for (int i = 0; i < 2; i++) {
    void *result;
    pthread_join(t[i], &result);
    total += *(int *)result;
    free(result);
  }
  printf("%d\n", total);
  return 0;
}
