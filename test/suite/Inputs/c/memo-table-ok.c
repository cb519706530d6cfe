// The recursive function looks into the shared table and fills it in two short critical sections; computing a value twice does no harm.
#include <pthread.h>
#include <stdio.h>

enum { LIMIT = 40 };
static unsigned long memo[LIMIT];
static pthread_mutex_t memo_lock = PTHREAD_MUTEX_INITIALIZER;

static unsigned long fib(int n) {
  if (n < 2)
    return (unsigned long)n;
  pthread_mutex_lock(&memo_lock);
  unsigned long known = memo[n];
  pthread_mutex_unlock(&memo_lock);
  if (known)
    return known;
  unsigned long value = fib(n - 1) + fib(n - 2);
  pthread_mutex_lock(&memo_lock);
  memo[n] = value;
  pthread_mutex_unlock(&memo_lock);
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
