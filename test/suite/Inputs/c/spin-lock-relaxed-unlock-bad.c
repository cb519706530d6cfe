// The flag lock is released with a relaxed clear, so the next holder need not see what the previous one wrote.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_flag busy = ATOMIC_FLAG_INIT;
static int queue_len;
static int queue_peak;

static void enter(void) {
  while (atomic_flag_test_and_set_explicit(&busy, memory_order_acquire))
    ;
}

static void leave(void) {
  atomic_flag_clear_explicit(&busy, memory_order_relaxed); // RACE
}

static void *arrive(void *arg) {
  int step = *(int *)arg;
  for (int i = 0; i < 500; i++) {
    enter();
    queue_len += step; // RACE
    if (queue_len > queue_peak) // RACE
      queue_peak = queue_len; // RACE
    leave();
  }
  return NULL;
}

int main(void) {
  pthread_t a, b;
  int up = 1, down = -1;
  pthread_create(&a, NULL, arrive, &up);
  pthread_create(&b, NULL, arrive, &down);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", queue_len);
  return 0;
}
