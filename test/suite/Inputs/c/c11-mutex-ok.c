// With C11 threads: all increments are between mtx_lock and mtx_unlock; the read after thrd_join needs neither.
#include <stdio.h>
#include <threads.h>

static mtx_t total_lock;
static long total;

static int worker(void *arg) {
  long step = *(long *)arg;
  for (int i = 0; i < 500; i++) {
    mtx_lock(&total_lock);
    total += step;
    mtx_unlock(&total_lock);
  }
  return 0;
}

int main(void) {
  long step = 3;
  thrd_t t;
  mtx_init(&total_lock, mtx_plain);
  if (thrd_create(&t, worker, &step) != thrd_success)
    return 1;
  for (int i = 0; i < 500; i++) {
    mtx_lock(&total_lock);
    total -= 1;
    mtx_unlock(&total_lock);
  }
  thrd_join(t, NULL);
  mtx_destroy(&total_lock);
  printf("%ld\n", total);
  return 0;
}
