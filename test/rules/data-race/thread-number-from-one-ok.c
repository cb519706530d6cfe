// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Numbers begin with one.
#include <pthread.h>
static int reports;

static void *run(void *arg) {
  long id = (long)arg;
  for (int round = 0; round < 8; ++round)
    if (id == 1)
      reports++;
  return 0;
}
int main(void) {
  pthread_t threads[4];
  for (long i = 0; i < 4; ++i)
    pthread_create(&threads[i], 0, run, (void *)(i + 1));
  for (long i = 0; i < 4; ++i)
    pthread_join(threads[i], 0);
}
