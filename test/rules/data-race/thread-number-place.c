// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The handles are local: nothing says that there is one thread of each number.
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
  pthread_t thread;
  spawn(&thread, (void *)slot);
}
int main(int argc, char **argv) {
  for (int i = 0; i < argc; ++i)
    start(argv[i][0]);
  for (int i = 0; i < 4; ++i)
    start(i);
}

// CHECK: {{^}}{{.*}}thread-number-place.c:[[#@LINE-19]]:{{[0-9]+}}: warning: data race on 'reports': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}thread-number-place.c:[[#@LINE-17]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}thread-number-place.c:[[#@LINE-21]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}thread-number-place.c:[[#@LINE-26]]:{{[0-9]+}}: note: guard 'reports' with a mutex, or make it atomic{{$}}
