// A sequence lock whose coordinates are relaxed atomics: a torn read is found by the sequence number and repeated.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static struct {
  atomic_uint seq;
  atomic_int x;
  atomic_int y;
} position;

static void move_to(int x, int y) {
  unsigned s = atomic_load_explicit(&position.seq, memory_order_relaxed);
  atomic_store_explicit(&position.seq, s + 1, memory_order_relaxed);
  atomic_thread_fence(memory_order_release);
  atomic_store_explicit(&position.x, x, memory_order_relaxed);
  atomic_store_explicit(&position.y, y, memory_order_relaxed);
  atomic_store_explicit(&position.seq, s + 2, memory_order_release);
}

static void where(int *x, int *y) {
  unsigned before, after;
  do {
    before = atomic_load_explicit(&position.seq, memory_order_acquire);
    *x = atomic_load_explicit(&position.x, memory_order_relaxed);
    *y = atomic_load_explicit(&position.y, memory_order_relaxed);
    atomic_thread_fence(memory_order_acquire);
    after = atomic_load_explicit(&position.seq, memory_order_relaxed);
  } while (before != after || before % 2);
}

static void *mover(void *unused) {
  (void)unused;
  for (int i = 0; i < 1000; i++)
    move_to(i, -i);
  return NULL;
}

int main(void) {
  pthread_t t;
  int bad = 0;
  pthread_create(&t, NULL, mover, NULL);
  for (int i = 0; i < 1000; i++) {
    int x, y;
    where(&x, &y);
    bad += x != -y;
  }
  pthread_join(t, NULL);
  printf("%d torn\n", bad);
  return 0;
}
