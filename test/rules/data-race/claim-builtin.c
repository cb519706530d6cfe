// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Whoever finds the claim taken does the work: of three threads, two may.
#include <pthread.h>
static int claimed, results;
static void *work(void *unused) {
  if (!__sync_bool_compare_and_swap(&claimed, 0, 1))
    results++;
  return unused;
}
int main(void) {
  pthread_t threads[3];
  for (int i = 0; i < 3; i++)
    pthread_create(&threads[i], 0, work, 0);
  for (int i = 0; i < 3; i++)
    pthread_join(threads[i], 0);
  return results;
}

// CHECK: {{^}}{{.*}}claim-builtin.c:[[#@LINE-12]]:{{[0-9]+}}: warning: data race on 'results': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}claim-builtin.c:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}claim-builtin.c:[[#@LINE-14]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}claim-builtin.c:[[#@LINE-18]]:{{[0-9]+}}: note: guard 'results' with a mutex, or make it atomic{{$}}
