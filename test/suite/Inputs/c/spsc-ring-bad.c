// A single-producer ring whose head and tail are plain integers: neither the indices nor the slots are ordered.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

enum { CAPACITY = 8, ITEMS = 500 };

struct ring {
  int slot[CAPACITY];
  unsigned head;
  unsigned tail;
};

static struct ring ring;

static int ring_put(struct ring *r, int value) {
  if (r->tail - r->head == CAPACITY) // RACE
    return 0;
  r->slot[r->tail % CAPACITY] = value; // RACE
  r->tail++; // RACE
  return 1;
}

static int ring_get(struct ring *r, int *value) {
  if (r->head == r->tail) // RACE
    return 0;
  *value = r->slot[r->head % CAPACITY]; // RACE
  r->head++; // RACE
  return 1;
}

static void *produce(void *unused) {
  (void)unused;
  int attempts = 0;
  for (int i = 0; i < ITEMS && attempts < 10000000; attempts++)
    i += ring_put(&ring, i);
  return NULL;
}

int main(void) {
  pthread_t producer;
  pthread_create(&producer, NULL, produce, NULL);
  long sum = 0;
  int got = 0, value;
  for (int attempts = 0; got < ITEMS && attempts < 10000000; attempts++) {
    if (ring_get(&ring, &value)) {
      sum += value;
      got++;
    }
  }
  pthread_join(producer, NULL);
  printf("%d items, sum %ld\n", got, sum);
  return 0;
}
