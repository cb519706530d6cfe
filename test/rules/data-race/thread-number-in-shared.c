// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What is asked is in an object that all threads share.
#include <pthread.h>
struct job {
  int kind;
};
static struct job job;
static int reports;

static void *run(void *arg) {
  struct job *what = arg;
  if (what->kind == 0)
    reports++;
  return 0;
}
int main(void) {
  pthread_t threads[4];
  for (int i = 0; i < 4; ++i) {
    job.kind = i;
    pthread_create(&threads[i], 0, run, &job);
  }
  for (int i = 0; i < 4; ++i)
    pthread_join(threads[i], 0);
}

// CHECK: {{^}}{{.*}}thread-number-in-shared.c:[[#@LINE-13]]:{{[0-9]+}}: warning: data race on 'reports': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}thread-number-in-shared.c:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}thread-number-in-shared.c:[[#@LINE-15]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}thread-number-in-shared.c:[[#@LINE-21]]:{{[0-9]+}}: note: guard 'reports' with a mutex, or make it atomic{{$}}
// CHECK: {{^}}{{.*}}thread-number-in-shared.c:[[#@LINE-11]]:{{[0-9]+}}: warning: data race on 'job.kind': written here while another thread may read it at {{.*}}thread-number-in-shared.c:[[#@LINE-18]]:13 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}thread-number-in-shared.c:[[#@LINE-12]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}thread-number-in-shared.c:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}thread-number-in-shared.c:[[#@LINE-13]]:{{[0-9]+}}: note: each of the threads started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}thread-number-in-shared.c:[[#@LINE-22]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}thread-number-in-shared.c:[[#@LINE-30]]:{{[0-9]+}}: note: guard 'job.kind' with a mutex, or make it atomic{{$}}
