// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each job is filled in when its thread is running already.
#include <pthread.h>

struct job {
  int number;
  int result;
};

static void *work(void *arg) {
  struct job *j = arg;
  j->result = 2 * j->number;
  return 0;
}

int main(void) {
  static struct job jobs[4];
  pthread_t t[4];
  for (int i = 0; i < 4; i++) {
    pthread_create(&t[i], 0, work, &jobs[i]);
    jobs[i].number = i;
  }
  for (int i = 0; i < 4; i++)
    pthread_join(t[i], 0);
  return jobs[3].result;
}

// CHECK: {{^}}{{.*}}filled-before-start.c:[[#@LINE-7]]:{{[0-9]+}}: warning: data race on 'job::number': written here while another thread may read it at {{.*}}filled-before-start.c:[[#@LINE-16]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}filled-before-start.c:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}filled-before-start.c:[[#@LINE-9]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}filled-before-start.c:[[#@LINE-11]]:{{[0-9]+}}: note: each of the threads started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}filled-before-start.c:[[#@LINE-20]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}filled-before-start.c:[[#@LINE-27]]:{{[0-9]+}}: note: guard 'job::number' with a mutex, or make it atomic{{$}}
