// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <pthread.h>
struct account {
  pthread_mutex_t mu;
  int balance;
};
static struct account alice = {PTHREAD_MUTEX_INITIALIZER, 0};
static struct account bob = {PTHREAD_MUTEX_INITIALIZER, 0};
static void transfer(struct account *from, struct account *to) {
  pthread_mutex_lock(&from->mu);
  pthread_mutex_lock(&to->mu);
  --from->balance;
  ++to->balance;
  pthread_mutex_unlock(&to->mu);
  pthread_mutex_unlock(&from->mu);
}
static void *there(void *arg) {
  transfer(&alice, &bob);
  return arg;
}
static void *back(void *arg) {
  transfer(&bob, &alice);
  return arg;
}
int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, there, 0);
  pthread_create(&second, 0, back, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
}

// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-22]]:{{[0-9]+}}: warning: two objects' 'alice.mu' are locked in either order and can deadlock [fearless-lock-order-same-class]{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-16]]:{{[0-9]+}}: note: 'there' calls 'transfer' here ...{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-25]]:{{[0-9]+}}: note: ... which locks 'alice.mu' here ...{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-25]]:{{[0-9]+}}: note: ... and, still holding it, locks 'bob.mu' here{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-15]]:{{[0-9]+}}: note: 'back' calls 'transfer' here ...{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-28]]:{{[0-9]+}}: note: ... which locks 'bob.mu' here ...{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-28]]:{{[0-9]+}}: note: ... and, still holding it, locks 'alice.mu' here{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-13]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-13]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-31]]:{{[0-9]+}}: note: take them in the order of their addresses{{$}}
