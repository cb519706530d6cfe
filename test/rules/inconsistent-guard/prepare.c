// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A function that only sets what is there to something else does not make the
// object ready: others may be at it.
#include <pthread.h>
#include <stdlib.h>
struct meter {
  pthread_mutex_t mu;
  long sum, count, last;
  const char *unit;
};
void meter_add(struct meter *m, long value) {
  pthread_mutex_lock(&m->mu);
  m->sum += value;
  m->count++;
  m->last = value;
  pthread_mutex_unlock(&m->mu);
}
void meter_rename(struct meter *m, const char *unit) {
  pthread_mutex_lock(&m->mu);
  m->unit = unit;
  pthread_mutex_unlock(&m->mu);
}
void meter_reset(struct meter *m) {
  m->sum = 0;
  m->count = 0;
  m->last = 0;
}
void meter_set_unit(struct meter *m, const char *unit) { m->unit = unit; }

// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-6]]:{{[0-9]+}}: warning: 'meter::sum' is written here without 'meter::mu', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-18]]:{{[0-9]+}}: note: 'meter_add' writes it here, with the lock (as at 1 of 2 accesses){{$}}
// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-8]]:{{[0-9]+}}: note: 'meter_reset' may run in another thread at the same time{{$}}
// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-25]]:{{[0-9]+}}: note: hold 'meter::mu' at every access, or make 'meter::sum' atomic{{$}}
// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-9]]:{{[0-9]+}}: warning: 'meter::count' is written here without 'meter::mu', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-21]]:{{[0-9]+}}: note: 'meter_add' writes it here, with the lock (as at 1 of 2 accesses){{$}}
// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-11]]:{{[0-9]+}}: note: 'meter_reset' may run in another thread at the same time{{$}}
// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-29]]:{{[0-9]+}}: note: hold 'meter::mu' at every access, or make 'meter::count' atomic{{$}}
// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-12]]:{{[0-9]+}}: warning: 'meter::last' is written here without 'meter::mu', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-24]]:{{[0-9]+}}: note: 'meter_add' writes it here, with the lock (as at 1 of 2 accesses){{$}}
// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-14]]:{{[0-9]+}}: note: 'meter_reset' may run in another thread at the same time{{$}}
// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-33]]:{{[0-9]+}}: note: hold 'meter::mu' at every access, or make 'meter::last' atomic{{$}}
// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-14]]:{{[0-9]+}}: warning: 'meter::unit' is written here without 'meter::mu', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-23]]:{{[0-9]+}}: note: 'meter_rename' writes it here, with the lock (as at 1 of 2 accesses){{$}}
// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-16]]:{{[0-9]+}}: note: 'meter_set_unit' may run in another thread at the same time{{$}}
// CHECK: {{^}}{{.*}}prepare.c:[[#@LINE-36]]:{{[0-9]+}}: note: hold 'meter::mu' at every access, or make 'meter::unit' atomic{{$}}
