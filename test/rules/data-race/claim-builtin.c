// Two threads may find the claim free: it is given back before the work is done.
#include <pthread.h>
static int claimed, results;
static void *work(void *unused) {
  if (__sync_bool_compare_and_swap(&claimed, 0, 1)) {
    __sync_lock_release(&claimed);
    results++;
  }
  return unused;
}
int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, work, 0);
  pthread_create(&b, 0, work, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return results;
}
