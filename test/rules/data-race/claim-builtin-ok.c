// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Whoever sets the flag first does the work, alone.
#include <pthread.h>
#include <stdatomic.h>
static int claimed, results;
static atomic_flag first = ATOMIC_FLAG_INIT;
static _Atomic int turn;
static int firsts, turns;
static void *work(void *unused) {
  if (__sync_bool_compare_and_swap(&claimed, 0, 1)) {
    results++;
    __sync_lock_release(&claimed);
  }
  if (!atomic_flag_test_and_set(&first))
    firsts++;
  int free = 0;
  if (atomic_compare_exchange_strong(&turn, &free, 1)) {
    turns++;
    atomic_store(&turn, 0);
  }
  return unused;
}
int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, work, 0);
  pthread_create(&b, 0, work, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return results + firsts + turns;
}
