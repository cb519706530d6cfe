// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Spin locks made of what the compiler has built in.
#include <pthread.h>
#include <stdatomic.h>
static char busy;
static int word;
static atomic_flag flag = ATOMIC_FLAG_INIT;
static _Atomic int state;
static long a, b, c, d;
static void *work(void *unused) {
  for (int i = 0; i < 1000; i++) {
    while (__atomic_test_and_set(&busy, __ATOMIC_ACQUIRE))
      ;
    a++;
    __atomic_clear(&busy, __ATOMIC_RELEASE);
    while (__sync_lock_test_and_set(&word, 1))
      ;
    b++;
    __sync_lock_release(&word);
    while (atomic_flag_test_and_set_explicit(&flag, memory_order_acquire))
      ;
    c++;
    atomic_flag_clear_explicit(&flag, memory_order_release);
    while (atomic_exchange(&state, 1) == 1)
      ;
    d++;
    atomic_store(&state, 0);
  }
  return unused;
}
int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, work, 0);
  pthread_create(&second, 0, work, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
  return a + b + c + d == 8000;
}
