// The spin lock is taken for the one counter and not for the other.
#include <pthread.h>
static volatile int busy;
static long guarded, bare;
static void *work(void *unused) {
  for (int i = 0; i < 1000; i++) {
    while (__atomic_test_and_set(&busy, __ATOMIC_ACQUIRE))
      ;
    guarded++;
    __atomic_clear(&busy, __ATOMIC_RELEASE);
    bare++;
  }
  return unused;
}
int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, work, 0);
  pthread_create(&b, 0, work, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return guarded == bare;
}
