// The two ends of a range are separate atomics: a reader between the two stores sees a range that never was.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

struct range {
  int low, high;
};

static atomic_int range_low, range_high;

static void set_range(int low, int high) {
  atomic_store(&range_low, low); // RACE
  atomic_store(&range_high, high); // RACE
}

static struct range get_range(void) {
  struct range r;
  r.low = atomic_load(&range_low); // RACE
  r.high = atomic_load(&range_high); // RACE
  return r;
}

static void *slide(void *unused) {
  (void)unused;
  for (int i = 0; i < 2000; i++)
    set_range(i, i + 10);
  return NULL;
}

int main(void) {
  pthread_t t;
  int broken = 0;
  set_range(0, 10);
  pthread_create(&t, NULL, slide, NULL);
  for (int i = 0; i < 2000; i++) {
    struct range r = get_range();
    broken += r.high - r.low != 10;
  }
  pthread_join(t, NULL);
  printf("%d\n", broken);
  return 0;
}
