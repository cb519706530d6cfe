// The recursive function remembers its values in a shared table that both threads fill and read without a lock.
#include <pthread.h>
#include <stdio.h>

enum { LIMIT = 40 };
static unsigned long memo[LIMIT];

static unsigned long fib(int n) {
  if (n < 2)
    return (unsigned long)n;
  unsigned long known = memo[n]; // RACE
  if (known)
    return known;
  unsigned long value = fib(n - 1) + fib(n - 2);
  memo[n] = value; // RACE
  return value;
}

static void *ask(void *arg) {
  int n = *(int *)arg;
  printf("%lu\n", fib(n));
  return NULL;
}

int main(void) {
  pthread_t a, b;
  int n = 30, m = 35;
  pthread_create(&a, NULL, ask, &n);
  pthread_create(&b, NULL, ask, &m);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
