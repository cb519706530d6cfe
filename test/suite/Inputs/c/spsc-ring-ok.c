// A single-producer, single-consumer ring: each index has one writer, which publishes the slots with release and reads with acquire.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

enum { CAPACITY = 8, ITEMS = 500 };

struct ring {
  int slot[CAPACITY];
  atomic_uint head;
  atomic_uint tail;
};

static struct ring ring;

static int ring_put(struct ring *r, int value) {
  unsigned tail = atomic_load_explicit(&r->tail, memory_order_relaxed);
  if (tail - atomic_load_explicit(&r->head, memory_order_acquire) == CAPACITY)
    return 0;
  r->slot[tail % CAPACITY] = value;
  atomic_store_explicit(&r->tail, tail + 1, memory_order_release);
  return 1;
}

static int ring_get(struct ring *r, int *value) {
  unsigned head = atomic_load_explicit(&r->head, memory_order_relaxed);
  if (head == atomic_load_explicit(&r->tail, memory_order_acquire))
    return 0;
  *value = r->slot[head % CAPACITY];
  atomic_store_explicit(&r->head, head + 1, memory_order_release);
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
