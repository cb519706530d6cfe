// The sequence number is atomic but the coordinates it protects are plain, so the optimistic reads race with the writes.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static struct {
  atomic_uint seq;
  int x; // RACE
  int y; // RACE
} position;

static void move_to(int x, int y) {
  unsigned s = atomic_load_explicit(&position.seq, memory_order_relaxed);
  atomic_store_explicit(&position.seq, s + 1, memory_order_relaxed);
  atomic_thread_fence(memory_order_release);
  position.x = x; // RACE
  position.y = y; // RACE
  atomic_store_explicit(&position.seq, s + 2, memory_order_release);
}

static void where(int *x, int *y) {
  unsigned before, after;
  do {
    before = atomic_load_explicit(&position.seq, memory_order_acquire);
    *x = position.x; // RACE
    *y = position.y; // RACE
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
