// The range is one _Atomic struct, which is stored and loaded as a whole.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

struct range {
  int low, high;
};

static _Atomic struct range range;

static void set_range(int low, int high) {
  struct range r = {low, high};
  atomic_store(&range, r);
}

static struct range get_range(void) {
  return atomic_load(&range);
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
