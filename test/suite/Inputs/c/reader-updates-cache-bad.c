// The "read" under the read lock remembers its last result in the object, so two readers write it at once.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>

struct dictionary {
  pthread_rwlock_t lock;
  int keys[32];
  int count;
  int hint;
};

static struct dictionary dict = {.lock = PTHREAD_RWLOCK_INITIALIZER};

static int get_hint(struct dictionary *d) {
  int hint = d->hint; // RACE
  return hint;
}

static void set_hint(struct dictionary *d, int hint) {
  d->hint = hint; // RACE
}

static int position(struct dictionary *d, int key) {
  int at = -1;
  pthread_rwlock_rdlock(&d->lock);
  int hint = get_hint(d);
  if (d->keys[hint] == key)
    at = hint;
  for (int i = 0; at < 0 && i < d->count; i++)
    if (d->keys[i] == key)
      at = i;
  if (at >= 0)
    set_hint(d, at);
  pthread_rwlock_unlock(&d->lock);
  return at;
}

static void *lookups(void *arg) {
  int found = 0;
  for (int i = 0; i < 200; i++)
    found += position(&dict, i % 40 + *(int *)arg) >= 0;
  printf("%d\n", found);
  return NULL;
}

int main(void) {
  pthread_t t[2];
  int offset[2] = {0, 5};
  for (int i = 0; i < 32; i++)
    dict.keys[dict.count++] = i;
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, lookups, &offset[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  return 0;
}
