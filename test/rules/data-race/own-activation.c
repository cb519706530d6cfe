// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// All halves are added up in one variable.
#include <pthread.h>

static long total;

struct part {
  int depth;
  long sum;
};

static void *add(void *arg) {
  struct part *p = arg;
  if (p->depth == 0) {
    p->sum = 1;
    return 0;
  }
  struct part left = {p->depth - 1, 0}, right = {p->depth - 1, 0};
  pthread_t t;
  int threaded = p->depth > 2 && pthread_create(&t, 0, add, &left) == 0;
  if (!threaded)
    add(&left);
  add(&right);
  if (threaded)
    pthread_join(t, 0);
  total += left.sum + right.sum;
  return 0;
}

int main(void) {
  struct part all = {5, 0};
  add(&all);
  return total;
}

// CHECK: {{^}}{{.*}}own-activation.c:[[#@LINE-10]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may read it at {{.*}}own-activation.c:[[#@LINE-3]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}own-activation.c:[[#@LINE-17]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}own-activation.c:[[#@LINE-12]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}own-activation.c:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}own-activation.c:[[#@LINE-7]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}own-activation.c:[[#@LINE-36]]:{{[0-9]+}}: note: guard 'total' with a mutex, or make it atomic{{$}}
