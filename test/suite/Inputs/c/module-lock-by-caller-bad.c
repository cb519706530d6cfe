// All functions of the ring expect the caller to bracket them with ring_lock and ring_unlock; the drain in the same module forgets the bracket.
#include <pthread.h>
#include <stdbool.h>

#define RING_SIZE 32

struct ring {
  pthread_mutex_t mutex;
  int values[RING_SIZE];
  unsigned head, tail;
};

void ring_init(struct ring *r) {
  pthread_mutex_init(&r->mutex, (void *)0);
  r->head = r->tail = 0;
}

void ring_lock(struct ring *r) {
  pthread_mutex_lock(&r->mutex);
}

void ring_unlock(struct ring *r) {
  pthread_mutex_unlock(&r->mutex);
}

static bool ring_push(struct ring *r, int value) {
  if (r->tail - r->head == RING_SIZE)
    return false;
  r->values[r->tail++ % RING_SIZE] = value; // RACE
  return true;
}

static bool ring_pop(struct ring *r, int *value) {
  if (r->head == r->tail) // RACE
    return false;
  *value = r->values[r->head++ % RING_SIZE]; // RACE
  return true;
}

void ring_push_pair(struct ring *r, int first, int second) {
  ring_lock(r);
  if (ring_push(r, first))
    ring_push(r, second);
  ring_unlock(r);
}

bool ring_take(struct ring *r, int *value) {
  ring_lock(r);
  bool any = ring_pop(r, value);
  ring_unlock(r);
  return any;
}

long ring_drain(struct ring *r) {
  long sum = 0;
  int value;
  while (ring_pop(r, &value)) // RACE
    sum += value;
  return sum;
}
