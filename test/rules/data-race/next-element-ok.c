// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Every thread has its own element, and its own one of another array.
#include <pthread.h>
enum { N = 4 };
static int a[N + 1], old[N];
static void *run(void *argument) {
  long me = (long)argument;
  old[me] = a[me + 1];
  a[me + 1] = 1;
  return 0;
}
int main(void) {
  pthread_t threads[N];
  for (long i = 0; i < N; i++)
    pthread_create(&threads[i], 0, run, (void *)i);
  for (long i = 0; i < N; i++)
    pthread_join(threads[i], 0);
  return old[0];
}
