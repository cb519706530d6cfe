// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The semaphore that should make main wait starts with a permit.
#include <pthread.h>
#include <semaphore.h>

static sem_t answered;
static int answer;

static void *compute(void *unused) {
  answer = 42;
  sem_post(&answered);
  return unused;
}

int main(void) {
  pthread_t t;
  sem_init(&answered, 0, 1);
  pthread_create(&t, 0, compute, 0);
  sem_wait(&answered);
  int seen = answer;
  pthread_join(t, 0);
  return seen;
}

// CHECK: {{^}}{{.*}}semaphore-with-permit.c:[[#@LINE-15]]:{{[0-9]+}}: warning: data race on 'answer': written here while another thread may read it at {{.*}}semaphore-with-permit.c:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}semaphore-with-permit.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}semaphore-with-permit.c:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}semaphore-with-permit.c:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}semaphore-with-permit.c:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds 'answered'{{$}}
// CHECK: {{^}}{{.*}}semaphore-with-permit.c:[[#@LINE-23]]:{{[0-9]+}}: note: hold 'answered' at every access (1 of 2 do), or make 'answer' atomic{{$}}
