// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The parts are added up before the other threads have come to the barrier.
#include <pthread.h>
enum { WORKERS = 4 };
static pthread_barrier_t meeting;
static long parts[WORKERS], total;
static void count(long me) {
  for (long i = me; i < 1000; i += WORKERS)
    parts[me] += i;
}
static void add_up(void) {
  for (int i = 0; i < WORKERS; i++)
    total += parts[i];
}
static void *work(void *argument) {
  long me = (long)argument;
  count(me);
  if (me == 0)
    add_up();
  pthread_barrier_wait(&meeting);
  return 0;
}
int main(void) {
  pthread_t workers[WORKERS];
  pthread_barrier_init(&meeting, 0, WORKERS);
  for (long i = 0; i < WORKERS; i++)
    pthread_create(&workers[i], 0, work, (void *)i);
  for (int i = 0; i < WORKERS; i++)
    pthread_join(workers[i], 0);
  return total;
}

// CHECK: {{^}}{{.*}}barrier-whole.c:[[#@LINE-24]]:{{[0-9]+}}: warning: data race on 'parts[...]': written here while another thread may read it at {{.*}}barrier-whole.c:[[#@LINE-20]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}barrier-whole.c:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write through 'work' -> 'count'{{$}}
// CHECK: {{^}}{{.*}}barrier-whole.c:[[#@LINE-26]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}barrier-whole.c:[[#@LINE-9]]:{{[0-9]+}}: note: each of the threads started here reaches the read through 'work' -> 'add_up'{{$}}
// CHECK: {{^}}{{.*}}barrier-whole.c:[[#@LINE-24]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}barrier-whole.c:[[#@LINE-32]]:{{[0-9]+}}: note: guard 'parts[...]' with a mutex{{$}}
