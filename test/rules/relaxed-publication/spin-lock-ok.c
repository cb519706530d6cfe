// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Released, or with a fence before; to set it up in relaxed order is right.
#include <pthread.h>
#include <stdatomic.h>

static atomic_flag busy = ATOMIC_FLAG_INIT;
static atomic_int taken;
static int length, width;

static void begin(void) { atomic_store_explicit(&taken, 0, memory_order_relaxed); }

static void enter(void) {
  while (atomic_flag_test_and_set_explicit(&busy, memory_order_acquire))
    ;
}

static void leave(void) {
  atomic_thread_fence(memory_order_release);
  atomic_flag_clear_explicit(&busy, memory_order_relaxed);
}

static void *arrive(void *unused) {
  enter();
  length++;
  leave();
  while (atomic_exchange_explicit(&taken, 1, memory_order_acquire))
    ;
  width++;
  atomic_store_explicit(&taken, 0, memory_order_release);
  return unused;
}

int main(void) {
  pthread_t a, b;
  begin();
  pthread_create(&a, 0, arrive, 0);
  pthread_create(&b, 0, arrive, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return length + width;
}
