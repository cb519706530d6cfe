// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Variables of a file: four of five accesses are under one lock.
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int users;
static int limit = 10;
int enter(void) {
  pthread_mutex_lock(&mu);
  int ok = users < limit;
  if (ok)
    users++;
  pthread_mutex_unlock(&mu);
  return ok;
}
void leave(void) {
  pthread_mutex_lock(&mu);
  users--;
  pthread_mutex_unlock(&mu);
}
int full(void) {
  pthread_mutex_lock(&mu);
  int is = users >= limit;
  pthread_mutex_unlock(&mu);
  return is;
}
int usersNow(void) { return users; }

// CHECK: {{^}}{{.*}}global.c:[[#@LINE-2]]:{{[0-9]+}}: warning: 'users' is read here without 'mu', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}global.c:[[#@LINE-18]]:{{[0-9]+}}: note: 'enter' writes it here, with the lock (as at 4 of 5 accesses){{$}}
// CHECK: {{^}}{{.*}}global.c:[[#@LINE-4]]:{{[0-9]+}}: note: 'usersNow' may run in another thread at the same time{{$}}
// CHECK: {{^}}{{.*}}global.c:[[#@LINE-26]]:{{[0-9]+}}: note: hold 'mu' at every access, or make 'users' atomic{{$}}
