// RUN: not %fearless check %s -- -std=c11 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Let go instead of joined.
#include <pthread.h>
static int total;
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
struct worker {
  pthread_t thread;
  int number;
};
static void *run(void *arg) {
  pthread_mutex_lock(&mu);
  total += ((struct worker *)arg)->number;
  pthread_mutex_unlock(&mu);
  return 0;
}
int main(void) {
  struct worker workers[3];
  for (int i = 0; i < 3; ++i) {
    workers[i].number = i;
    pthread_create(&workers[i].thread, 0, run, &workers[i]);
  }
  for (int i = 0; i < 3; ++i)
    pthread_detach(workers[i].thread);
  return total;
}

// CHECK: {{^}}{{.*}}threads-in-structs.c:[[#@LINE-15]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may read it at {{.*}}threads-in-structs.c:[[#@LINE-3]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}threads-in-structs.c:[[#@LINE-8]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}threads-in-structs.c:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds 'mu'{{$}}
// CHECK: {{^}}{{.*}}threads-in-structs.c:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}threads-in-structs.c:[[#@LINE-7]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}threads-in-structs.c:[[#@LINE-28]]:{{[0-9]+}}: note: hold 'mu' at every access (1 of 2 do), or make 'total' atomic{{$}}
