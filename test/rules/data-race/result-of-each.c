// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The results of the jobs are added up while their threads are running.
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
    jobs[i].number = i;
    pthread_create(&t[i], 0, work, &jobs[i]);
  }
  int all = 0;
  for (int i = 0; i < 4; i++)
    all += jobs[i].result;
  for (int i = 0; i < 4; i++)
    pthread_join(t[i], 0);
  return all;
}

// CHECK: {{^}}{{.*}}result-of-each.c:[[#@LINE-19]]:{{[0-9]+}}: warning: data race on 'job::result': written here while another thread may read it at {{.*}}result-of-each.c:[[#@LINE-6]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}result-of-each.c:[[#@LINE-11]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}result-of-each.c:[[#@LINE-21]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}result-of-each.c:[[#@LINE-9]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}result-of-each.c:[[#@LINE-10]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}result-of-each.c:[[#@LINE-29]]:{{[0-9]+}}: note: guard 'job::result' with a mutex, or make it atomic{{$}}
