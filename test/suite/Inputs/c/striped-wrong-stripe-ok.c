// Lookup and insert both pick the stripe from the bucket number, so a bucket is always used under its one lock.
#include <pthread.h>
#include <stdio.h>

#define BUCKETS 32
#define STRIPES 4
#define DEPTH 8

struct bucket {
  int used;
  int keys[DEPTH];
};

static struct bucket buckets[BUCKETS];
static pthread_mutex_t stripes[STRIPES] = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_MUTEX_INITIALIZER, PTHREAD_MUTEX_INITIALIZER,
                                           PTHREAD_MUTEX_INITIALIZER};

static unsigned hash(int key) {
  return (unsigned)key * 40503u >> 4;
}

static void insert(int key) {
  unsigned b = hash(key) % BUCKETS;
  pthread_mutex_t *stripe = &stripes[b % STRIPES];
  pthread_mutex_lock(stripe);
  if (buckets[b].used < DEPTH)
    buckets[b].keys[buckets[b].used++] = key;
  pthread_mutex_unlock(stripe);
}

static int contains(int key) {
  unsigned b = hash(key) % BUCKETS;
  pthread_mutex_t *stripe = &stripes[b % STRIPES];
  int found = 0;
  pthread_mutex_lock(stripe);
  for (int i = 0; i < buckets[b].used && !found; i++)
    found = buckets[b].keys[i] == key;
  pthread_mutex_unlock(stripe);
  return found;
}

static void *inserter(void *unused) {
  (void)unused;
  for (int k = 0; k < 256; k++)
    insert(k);
  return NULL;
}

int main(void) {
  pthread_t t;
  int found = 0;
  pthread_create(&t, NULL, inserter, NULL);
  for (int k = 0; k < 256; k++)
    found += contains(k);
  pthread_join(t, NULL);
  printf("%d\n", found);
  return 0;
}
