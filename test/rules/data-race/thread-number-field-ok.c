// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The number is in what the thread gets a pointer to, and passed on.
#include <pthread.h>
struct worker {
  pthread_t thread;
  int number;
};
static struct worker workers[4];
static int reports;

static void report(int number) {
  if (number == 0)
    reports++;
}
static void *run(void *arg) {
  struct worker *me = arg;
  report(me->number);
  return 0;
}
int main(void) {
  for (int i = 0; i < 4; ++i) {
    workers[i].number = i;
    pthread_create(&workers[i].thread, 0, run, &workers[i]);
  }
  for (int i = 0; i < 4; ++i)
    pthread_join(workers[i].thread, 0);
}
