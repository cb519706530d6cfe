// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Another thread counts, too.
#include <pthread.h>
static int reports;

static void *run(void *arg) {
  long id = (long)arg;
  for (int round = 0; round < 8; ++round)
    if (id == 0)
      reports++;
  if (id == 1)
    reports++;
  return 0;
}
int main(void) {
  pthread_t threads[4];
  for (long i = 0; i < 4; ++i)
    pthread_create(&threads[i], 0, run, (void *)i);
  for (long i = 0; i < 4; ++i)
    pthread_join(threads[i], 0);
}

// CHECK: {{^}}{{.*}}thread-number-other.c:[[#@LINE-13]]:{{[0-9]+}}: warning: data race on 'reports': written here while another thread may write it at {{.*}}thread-number-other.c:[[#@LINE-11]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}thread-number-other.c:[[#@LINE-6]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}thread-number-other.c:[[#@LINE-15]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}thread-number-other.c:[[#@LINE-8]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}thread-number-other.c:[[#@LINE-15]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}thread-number-other.c:[[#@LINE-24]]:{{[0-9]+}}: note: guard 'reports' with a mutex, or make it atomic{{$}}
