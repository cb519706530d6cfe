// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// One of three functions forgets the lock.
#include <pthread.h>
struct account {
  pthread_mutex_t mu;
  long cents;
};
static struct account savings = {PTHREAD_MUTEX_INITIALIZER, 0};
static void deposit(struct account *a, long n) {
  pthread_mutex_lock(&a->mu);
  a->cents += n;
  pthread_mutex_unlock(&a->mu);
}
static void fee(struct account *a) { a->cents -= 5; }
static void *teller(void *arg) {
  deposit(arg, 100);
  return 0;
}
static void *auditor(void *arg) {
  fee(arg);
  return 0;
}
int main(void) {
  pthread_t t, u;
  pthread_create(&t, 0, teller, &savings);
  pthread_create(&u, 0, auditor, &savings);
  pthread_join(t, 0);
  pthread_join(u, 0);
  return savings.cents;
}

// CHECK: {{^}}{{.*}}one-forgets-the-lock.c:[[#@LINE-18]]:{{[0-9]+}}: warning: data race on 'savings.cents': written here while another thread may write it at {{.*}}one-forgets-the-lock.c:[[#@LINE-21]]:12 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}one-forgets-the-lock.c:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write through 'auditor' -> 'fee'{{$}}
// CHECK: {{^}}{{.*}}one-forgets-the-lock.c:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}one-forgets-the-lock.c:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the write through 'teller' -> 'deposit'{{$}}
// CHECK: {{^}}{{.*}}one-forgets-the-lock.c:[[#@LINE-25]]:{{[0-9]+}}: note: the write holds 'account::mu'{{$}}
// CHECK: {{^}}{{.*}}one-forgets-the-lock.c:[[#@LINE-31]]:{{[0-9]+}}: note: hold 'account::mu' at every access (1 of 3 do), or make 'savings.cents' atomic{{$}}
