// The private helper that rehashes is called by two public functions, both of which hold the lock.
#include <pthread.h>
#include <stdlib.h>

struct slot {
  unsigned key;
  int used;
};

struct set {
  pthread_mutex_t mutex;
  struct slot *slots;
  size_t capacity, size;
};

static void place(struct slot *slots, size_t capacity, unsigned key) {
  size_t i = key % capacity;
  while (slots[i].used)
    i = (i + 1) % capacity;
  slots[i].key = key;
  slots[i].used = 1;
}

static void rehash(struct set *s, size_t capacity) {
  struct slot *fresh = calloc(capacity, sizeof *fresh);
  for (size_t i = 0; i < s->capacity; i++)
    if (s->slots[i].used)
      place(fresh, capacity, s->slots[i].key);
  free(s->slots);
  s->slots = fresh;
  s->capacity = capacity;
}

void set_init(struct set *s) {
  pthread_mutex_init(&s->mutex, NULL);
  s->capacity = 8;
  s->size = 0;
  s->slots = calloc(s->capacity, sizeof *s->slots);
}

void set_put(struct set *s, unsigned key) {
  pthread_mutex_lock(&s->mutex);
  if (2 * (s->size + 1) > s->capacity)
    rehash(s, s->capacity * 2);
  place(s->slots, s->capacity, key);
  s->size++;
  pthread_mutex_unlock(&s->mutex);
}

size_t set_size(struct set *s) {
  pthread_mutex_lock(&s->mutex);
  size_t n = s->size;
  pthread_mutex_unlock(&s->mutex);
  return n;
}

void set_shrink(struct set *s) {
  pthread_mutex_lock(&s->mutex);
  size_t capacity = 8;
  while (capacity < 2 * s->size)
    capacity *= 2;
  rehash(s, capacity);
  pthread_mutex_unlock(&s->mutex);
}

void set_destroy(struct set *s) {
  free(s->slots);
  pthread_mutex_destroy(&s->mutex);
}
