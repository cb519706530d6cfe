// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The place of the handle is the number: a second thread of one number would take
// the place of the first.
#include <pthread.h>
static struct {
  pthread_t thread;
  int running;
} slots[4];
static int reports;

static void *run(void *arg) {
  if ((long)arg == 0)
    reports++;
  return 0;
}
static int spawn(pthread_t *thread, void *arg) { return pthread_create(thread, 0, run, arg); }
static void start(unsigned task) {
  unsigned long slot = task % 4;
  if (slots[slot].running)
    return;
  slots[slot].running = 1;
  spawn(&slots[slot].thread, (void *)slot);
}
int main(int argc, char **argv) {
  for (int i = 0; i < argc; ++i)
    start(argv[i][0]);
  for (int i = 0; i < 4; ++i)
    start(i);
}
