// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The bucket is the key modulo eight, its lock the key modulo four: each bucket
// has one lock.
#include <pthread.h>

enum { BUCKETS = 8, STRIPES = 4 };
static unsigned used[BUCKETS];
static pthread_mutex_t stripes[STRIPES];

static void add(unsigned key) {
  pthread_mutex_lock(&stripes[key % STRIPES]);
  used[key % BUCKETS]++;
  pthread_mutex_unlock(&stripes[key % STRIPES]);
}

static void *fill(void *from) {
  for (unsigned key = *(unsigned *)from; key < 640; key++)
    add(key * 40503u >> 4);
  return 0;
}

int main(void) {
  pthread_t a, b;
  unsigned zero = 0, twenty = 20;
  for (int i = 0; i < STRIPES; i++)
    pthread_mutex_init(&stripes[i], 0);
  pthread_create(&a, 0, fill, &zero);
  pthread_create(&b, 0, fill, &twenty);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return used[0];
}
