// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A file's variables and the lock beside them: one function reads without it.
#include <pthread.h>

struct totals {
  unsigned long sent, lost;
};
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static struct totals totals;
static int quota;

void count(int lost) {
  pthread_mutex_lock(&mutex);
  if (lost)
    totals.lost++;
  else
    totals.sent++;
  quota--;
  pthread_mutex_unlock(&mutex);
}

int left(void) { return quota; }

struct totals snapshot(void) { return totals; }

// CHECK: {{^}}{{.*}}file-lock.c:[[#@LINE-4]]:{{[0-9]+}}: warning: 'quota' is read here without 'mutex', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}file-lock.c:[[#@LINE-9]]:{{[0-9]+}}: note: 'count' writes it here, with the lock (as at 1 of 2 accesses){{$}}
// CHECK: {{^}}{{.*}}file-lock.c:[[#@LINE-6]]:{{[0-9]+}}: note: 'left' may run in another thread at the same time{{$}}
// CHECK: {{^}}{{.*}}file-lock.c:[[#@LINE-19]]:{{[0-9]+}}: note: hold 'mutex' at every access, or make 'quota' atomic{{$}}
// CHECK: {{^}}{{.*}}file-lock.c:[[#@LINE-6]]:{{[0-9]+}}: warning: 'totals::sent' and 1 more are read here without 'mutex', which is held for them elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}file-lock.c:[[#@LINE-14]]:{{[0-9]+}}: note: 'count' writes it here, with the lock (as at 1 of 2 accesses){{$}}
// CHECK: {{^}}{{.*}}file-lock.c:[[#@LINE-8]]:{{[0-9]+}}: note: 'snapshot' may run in another thread at the same time{{$}}
// CHECK: {{^}}{{.*}}file-lock.c:[[#@LINE-27]]:{{[0-9]+}}: note: hold 'mutex' at every access, or make 'totals::sent' atomic{{$}}
