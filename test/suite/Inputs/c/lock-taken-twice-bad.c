// The eviction, reached from put with the cache locked, calls the public size function, which locks the same mutex again.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

struct cache {
  pthread_mutex_t lock;
  int sizes[16];
  int entries;
};

static int cache_size(struct cache *c) {
  pthread_mutex_lock(&c->lock); // RACE
  int total = 0;
  for (int i = 0; i < c->entries; i++)
    total += c->sizes[i];
  pthread_mutex_unlock(&c->lock);
  return total;
}

static void evict(struct cache *c) {
  while (c->entries > 0 && cache_size(c) > 100) // RACE
    c->entries--;
}

static void cache_put(struct cache *c, int size) {
  pthread_mutex_lock(&c->lock); // RACE
  if (c->entries < 16)
    c->sizes[c->entries++] = size;
  if (c->entries == 16)
    evict(c); // RACE
  pthread_mutex_unlock(&c->lock);
}

static void *fill(void *arg) {
  for (int i = 0; i < 20; i++)
    cache_put(arg, 10 * i);
  return NULL;
}

int main(void) {
  static struct cache c = {.lock = PTHREAD_MUTEX_INITIALIZER};
  pthread_t t;
  alarm(2);
  pthread_create(&t, NULL, fill, &c);
  pthread_join(t, NULL);
  printf("%d\n", cache_size(&c));
  return 0;
}
