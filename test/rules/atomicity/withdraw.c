// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The balance is checked under one hold and changed under the next.
#include <pthread.h>

struct account {
  pthread_mutex_t mu;
  long balance;
};
static struct account shared = {PTHREAD_MUTEX_INITIALIZER, 100};

static int withdraw(struct account *a, long amount) {
  pthread_mutex_lock(&a->mu);
  int enough = a->balance >= amount;
  pthread_mutex_unlock(&a->mu);
  if (!enough)
    return 0;
  pthread_mutex_lock(&a->mu);
  a->balance -= amount;
  pthread_mutex_unlock(&a->mu);
  return 1;
}

static void *run(void *unused) {
  withdraw(&shared, 60);
  return 0;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, run, 0);
  pthread_create(&second, 0, run, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
  return 0;
}

// CHECK: {{^}}{{.*}}withdraw.c:[[#@LINE-19]]:{{[0-9]+}}: warning: 'account::balance' may not be any more what the branch to here relies on, because another thread may write it: 'account::mu' is released in between [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}withdraw.c:[[#@LINE-26]]:{{[0-9]+}}: note: 'withdraw' locks 'account::mu' here{{$}}
// CHECK: {{^}}{{.*}}withdraw.c:[[#@LINE-26]]:{{[0-9]+}}: note: 'withdraw' reads 'account::balance' here{{$}}
// CHECK: {{^}}{{.*}}withdraw.c:[[#@LINE-26]]:{{[0-9]+}}: note: 'account::mu' is released here{{$}}
// CHECK: {{^}}{{.*}}withdraw.c:[[#@LINE-26]]:{{[0-9]+}}: note: this branch depends on what was read{{$}}
// CHECK: {{^}}{{.*}}withdraw.c:[[#@LINE-25]]:{{[0-9]+}}: note: 'withdraw' locks 'account::mu' here{{$}}
// CHECK: {{^}}{{.*}}withdraw.c:[[#@LINE-25]]:{{[0-9]+}}: note: 'withdraw' writes 'account::balance' here{{$}}
// CHECK: {{^}}{{.*}}withdraw.c:[[#@LINE-13]]:{{[0-9]+}}: note: the thread started here may get in between, through 'run' -> 'withdraw'{{$}}
// CHECK: {{^}}{{.*}}withdraw.c:[[#@LINE-27]]:{{[0-9]+}}: note: it writes 'account::balance' here under a hold of 'account::mu' of its own{{$}}
// CHECK: {{^}}{{.*}}withdraw.c:[[#@LINE-28]]:{{[0-9]+}}: note: keep 'account::mu' from the read to the write, or look at 'account::balance' again under the second hold{{$}}
