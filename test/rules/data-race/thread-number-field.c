// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// All have the number that reports.
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
    workers[i].number = 0;
    pthread_create(&workers[i].thread, 0, run, &workers[i]);
  }
  for (int i = 0; i < 4; ++i)
    pthread_join(workers[i].thread, 0);
}

// CHECK: {{^}}{{.*}}thread-number-field.c:[[#@LINE-16]]:{{[0-9]+}}: warning: data race on 'reports': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}thread-number-field.c:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write through 'run' -> 'report'{{$}}
// CHECK: {{^}}{{.*}}thread-number-field.c:[[#@LINE-18]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}thread-number-field.c:[[#@LINE-23]]:{{[0-9]+}}: note: guard 'reports' with a mutex, or make it atomic{{$}}
