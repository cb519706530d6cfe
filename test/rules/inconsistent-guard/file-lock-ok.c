// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each takes it. What a function does that makes the variables ready, or takes
// them down, is before and after all others.
#include <pthread.h>

struct totals {
  unsigned long sent, lost;
};
static pthread_mutex_t mutex;
static struct totals totals;
static int quota, limit, started;

void begin(int most) {
  pthread_mutex_init(&mutex, 0);
  quota = most;
  totals.sent = 0;
}

void again(int most) {
  limit = most;
  quota = most;
  started = 1;
}

void end(void) {
  quota = 0;
  pthread_mutex_destroy(&mutex);
}

void count(int lost) {
  pthread_mutex_lock(&mutex);
  if (lost)
    totals.lost++;
  else
    totals.sent++;
  quota--;
  pthread_mutex_unlock(&mutex);
}

int left(void) {
  pthread_mutex_lock(&mutex);
  int n = quota;
  pthread_mutex_unlock(&mutex);
  return n;
}

struct totals snapshot(void) {
  pthread_mutex_lock(&mutex);
  struct totals copy = totals;
  pthread_mutex_unlock(&mutex);
  return copy;
}
