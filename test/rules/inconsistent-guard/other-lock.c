// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The lock is not in the structure; four of five accesses are under it.
#include <pthread.h>
struct entry {
  int hits;
};
static pthread_mutex_t table_lock = PTHREAD_MUTEX_INITIALIZER;
void hit(struct entry *e) {
  pthread_mutex_lock(&table_lock);
  e->hits++;
  pthread_mutex_unlock(&table_lock);
}
void clear(struct entry *e) {
  pthread_mutex_lock(&table_lock);
  e->hits = 0;
  pthread_mutex_unlock(&table_lock);
}
int hits(struct entry *e) {
  pthread_mutex_lock(&table_lock);
  int n = e->hits;
  pthread_mutex_unlock(&table_lock);
  return n;
}
int busy(struct entry *e) {
  pthread_mutex_lock(&table_lock);
  int n = e->hits > 10;
  pthread_mutex_unlock(&table_lock);
  return n;
}
void spoil(struct entry *e) { e->hits = -1; }

// CHECK: {{^}}{{.*}}other-lock.c:[[#@LINE-2]]:{{[0-9]+}}: warning: 'entry::hits' is written here without 'table_lock', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}other-lock.c:[[#@LINE-23]]:{{[0-9]+}}: note: 'hit' writes it here, with the lock (as at 4 of 5 accesses){{$}}
// CHECK: {{^}}{{.*}}other-lock.c:[[#@LINE-4]]:{{[0-9]+}}: note: 'spoil' may run in another thread at the same time{{$}}
// CHECK: {{^}}{{.*}}other-lock.c:[[#@LINE-30]]:{{[0-9]+}}: note: hold 'table_lock' at every access, or make 'entry::hits' atomic{{$}}
