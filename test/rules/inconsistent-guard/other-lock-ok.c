// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A lock that is held at every second access only is held for something else.
#include <pthread.h>
struct entry {
  int hits;
};
static pthread_mutex_t table_lock = PTHREAD_MUTEX_INITIALIZER;
static int rounds;
void hit(struct entry *e) {
  pthread_mutex_lock(&table_lock);
  rounds++;
  e->hits++;
  pthread_mutex_unlock(&table_lock);
}
void clear(struct entry *e) { e->hits = 0; }
int hits(struct entry *e) {
  pthread_mutex_lock(&table_lock);
  int n = e->hits + rounds;
  pthread_mutex_unlock(&table_lock);
  return n;
}
void spoil(struct entry *e) { e->hits = -1; }
