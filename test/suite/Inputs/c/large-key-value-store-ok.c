// A key-value store with a rwlock per shard: the time of the last use, noted under the read lock, is atomic.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHARDS = 4, KEY_SIZE = 16 };

struct entry {
  struct entry *next;
  char key[KEY_SIZE];
  int value;
  atomic_uint last_use;
};

struct shard {
  pthread_rwlock_t lock;
  struct entry *entries;
  int count;
};

struct store {
  struct shard shards[SHARDS];
  atomic_uint clock;
  atomic_bool closing;
  pthread_t sweeper;
};

static unsigned hash(const char *key) {
  unsigned h = 5381;
  while (*key)
    h = h * 33 + (unsigned char)*key++;
  return h;
}

static struct shard *shard_of(struct store *s, const char *key) {
  return &s->shards[hash(key) % SHARDS];
}

static struct entry *find_locked(struct shard *sh, const char *key) {
  struct entry *e = sh->entries;
  while (e && strcmp(e->key, key) != 0)
    e = e->next;
  return e;
}

static unsigned now(struct store *s) {
  return atomic_load_explicit(&s->clock, memory_order_relaxed);
}

static bool store_get(struct store *s, const char *key, int *value) {
  struct shard *sh = shard_of(s, key);
  pthread_rwlock_rdlock(&sh->lock);
  struct entry *e = find_locked(sh, key);
  if (e) {
    atomic_store_explicit(&e->last_use, now(s), memory_order_relaxed);
    *value = e->value;
  }
  pthread_rwlock_unlock(&sh->lock);
  return e != NULL;
}

static void store_put(struct store *s, const char *key, int value) {
  struct shard *sh = shard_of(s, key);
  pthread_rwlock_wrlock(&sh->lock);
  struct entry *e = find_locked(sh, key);
  if (!e) {
    e = calloc(1, sizeof *e);
    strncpy(e->key, key, KEY_SIZE - 1);
    e->next = sh->entries;
    sh->entries = e;
    sh->count++;
  }
  e->value = value;
  e->last_use = now(s);
  pthread_rwlock_unlock(&sh->lock);
}

static int sweep_shard(struct shard *sh, unsigned oldest) {
  int removed = 0;
  pthread_rwlock_wrlock(&sh->lock);
  struct entry **at = &sh->entries;
  while (*at) {
    struct entry *e = *at;
    if (e->last_use < oldest) {
      *at = e->next;
      free(e);
      sh->count--;
      removed++;
    } else {
      at = &e->next;
    }
  }
  pthread_rwlock_unlock(&sh->lock);
  return removed;
}

static void *sweep(void *arg) {
  struct store *s = arg;
  int removed = 0;
  while (!atomic_load(&s->closing)) {
    unsigned time = atomic_fetch_add_explicit(&s->clock, 1, memory_order_relaxed);
    for (int i = 0; i < SHARDS; i++)
      removed += sweep_shard(&s->shards[i], time > 50 ? time - 50 : 0);
  }
  fprintf(stderr, "%d swept\n", removed);
  return NULL;
}

static bool store_open(struct store *s) {
  for (int i = 0; i < SHARDS; i++) {
    pthread_rwlock_init(&s->shards[i].lock, NULL);
    s->shards[i].entries = NULL;
    s->shards[i].count = 0;
  }
  atomic_init(&s->clock, 1);
  atomic_init(&s->closing, false);
  return pthread_create(&s->sweeper, NULL, sweep, s) == 0;
}

static int store_count(struct store *s) {
  int count = 0;
  for (int i = 0; i < SHARDS; i++) {
    pthread_rwlock_rdlock(&s->shards[i].lock);
    count += s->shards[i].count;
    pthread_rwlock_unlock(&s->shards[i].lock);
  }
  return count;
}

static void store_close(struct store *s) {
  atomic_store(&s->closing, true);
  pthread_join(s->sweeper, NULL);
  for (int i = 0; i < SHARDS; i++) {
    while (s->shards[i].entries) {
      struct entry *e = s->shards[i].entries;
      s->shards[i].entries = e->next;
      free(e);
    }
    pthread_rwlock_destroy(&s->shards[i].lock);
  }
}

static struct store store;

static void *client(void *arg) {
  const char *prefix = arg;
  int hits = 0;
  for (int i = 0; i < 300; i++) {
    char key[KEY_SIZE];
    int value;
    snprintf(key, sizeof key, "%s%d", prefix, i % 20);
    if (store_get(&store, key, &value))
      hits += value == i % 20;
    else
      store_put(&store, key, i % 20);
  }
  printf("%s: %d hits\n", prefix, hits);
  return NULL;
}

int main(void) {
  static const char *const prefixes[3] = {"user", "user", "item"};
  pthread_t t[3];
  if (!store_open(&store))
    return 1;
  for (int i = 0; i < 3; i++)
    pthread_create(&t[i], NULL, client, (void *)prefixes[i]);
  for (int i = 0; i < 3; i++)
    pthread_join(t[i], NULL);
  printf("%d entries\n", store_count(&store));
  store_close(&store);
  return 0;
}
