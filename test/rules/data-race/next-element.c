// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Every thread reads its neighbour's element, which that writes.
#include <pthread.h>
enum { N = 4 };
static int a[N + 1], old[N];
static void *run(void *argument) {
  long me = (long)argument;
  old[me] = a[me + 1];
  a[me] = 1;
  return 0;
}
int main(void) {
  pthread_t threads[N];
  for (long i = 0; i < N; i++)
    pthread_create(&threads[i], 0, run, (void *)i);
  for (long i = 0; i < N; i++)
    pthread_join(threads[i], 0);
  return old[0];
}

// CHECK: {{^}}{{.*}}next-element.c:[[#@LINE-12]]:{{[0-9]+}}: warning: data race on 'a[...]': written here while another thread may read it at {{.*}}next-element.c:[[#@LINE-13]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}next-element.c:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}next-element.c:[[#@LINE-14]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}next-element.c:[[#@LINE-9]]:{{[0-9]+}}: note: each of the threads started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}next-element.c:[[#@LINE-17]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}next-element.c:[[#@LINE-21]]:{{[0-9]+}}: note: guard 'a[...]' with a mutex{{$}}
