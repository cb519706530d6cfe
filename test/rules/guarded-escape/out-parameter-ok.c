// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The caller gets a copy.
#include <pthread.h>

struct entry {
  int key;
  int value;
};
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static struct entry table[8];

static void put(int key, int value) {
  pthread_mutex_lock(&mu);
  table[key & 7].key = key;
  table[key & 7].value = value;
  pthread_mutex_unlock(&mu);
}

static int find(int key, struct entry *out) {
  pthread_mutex_lock(&mu);
  *out = table[key & 7];
  pthread_mutex_unlock(&mu);
  return 1;
}

static void *run(void *unused) {
  struct entry e;
  put(1, 2);
  find(1, &e);
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
