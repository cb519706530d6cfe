// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two functions choose the lock of a cell in different ways: one cell has two.
#include <pthread.h>

enum { CELLS = 12, LOCKS = 3 };
static int cells[CELLS];
static pthread_mutex_t locks[LOCKS];

static void deposit(int c) {
  pthread_mutex_lock(&locks[c % 2]);
  cells[c] += 10;
  pthread_mutex_unlock(&locks[c % 2]);
}

static int audit(int c) {
  pthread_mutex_lock(&locks[c % LOCKS]);
  int value = cells[c];
  pthread_mutex_unlock(&locks[c % LOCKS]);
  return value;
}

static void *depositor(void *unused) {
  for (int i = 0; i < 24000; i++)
    deposit(i % CELLS);
  return unused;
}

int main(void) {
  pthread_t t;
  int seen = 0;
  for (int i = 0; i < LOCKS; i++)
    pthread_mutex_init(&locks[i], 0);
  pthread_create(&t, 0, depositor, 0);
  for (int i = 0; i < 24000; i++)
    seen += audit(i % CELLS);
  pthread_join(t, 0);
  return seen;
}

// CHECK: {{^}}{{.*}}stripe-of-index.c:[[#@LINE-29]]:{{[0-9]+}}: warning: data race on 'cells[...]': written here while another thread may read it at {{.*}}stripe-of-index.c:[[#@LINE-23]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}stripe-of-index.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write through 'depositor' -> 'deposit'{{$}}
// CHECK: {{^}}{{.*}}stripe-of-index.c:[[#@LINE-31]]:{{[0-9]+}}: note: the write holds 'locks'{{$}}
// CHECK: {{^}}{{.*}}stripe-of-index.c:[[#@LINE-26]]:{{[0-9]+}}: note: the main thread reaches the read through 'main' -> 'audit'{{$}}
// CHECK: {{^}}{{.*}}stripe-of-index.c:[[#@LINE-27]]:{{[0-9]+}}: note: the read holds 'locks'{{$}}
// CHECK: {{^}}{{.*}}stripe-of-index.c:[[#@LINE-39]]:{{[0-9]+}}: note: guard 'cells[...]' with a mutex{{$}}
