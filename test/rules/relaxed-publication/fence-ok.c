// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Fences make the relaxed order right.
#include <pthread.h>
#include <stdatomic.h>
static int data;
static atomic_int ready;
static void *produce(void *arg) {
  data = 1;
  atomic_thread_fence(memory_order_release);
  atomic_store_explicit(&ready, 1, memory_order_relaxed);
  return arg;
}
int main(void) {
  pthread_t t;
  pthread_create(&t, 0, produce, 0);
  int seen = 0;
  if (atomic_load_explicit(&ready, memory_order_relaxed)) {
    atomic_thread_fence(memory_order_acquire);
    seen = data;
  }
  pthread_join(t, 0);
  return seen;
}
