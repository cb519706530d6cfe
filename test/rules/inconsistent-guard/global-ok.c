// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What one function sets before all others, and what is rarely under the lock.
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int users;
static int level;
static int limit = 10;
void setLevel(int to) { level = to; }
int levelNow(void) { return level; }
int enter(void) {
  pthread_mutex_lock(&mu);
  int ok = users < limit && level;
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
