// The spin lock tests the word and sets it in two operations, so that two threads can both find it free.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

struct spin {
  atomic_int held;
};

static void spin_lock(struct spin *s) {
  while (atomic_load(&s->held)) // RACE
    ;
  atomic_store(&s->held, 1); // RACE
}

static void spin_unlock(struct spin *s) {
  atomic_store_explicit(&s->held, 0, memory_order_release);
}

static struct spin counter_lock;
static long counter; // RACE

static void *bump(void *unused) {
  (void)unused;
  for (int i = 0; i < 1000; i++) {
    spin_lock(&counter_lock);
    counter++; // RACE
    spin_unlock(&counter_lock);
  }
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, bump, NULL);
  pthread_create(&b, NULL, bump, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%ld\n", counter);
  return 0;
}
