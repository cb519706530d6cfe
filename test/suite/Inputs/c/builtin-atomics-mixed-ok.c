// The ticket is taken, read and reset with the compiler's atomic built-ins throughout.
#include <pthread.h>
#include <stdio.h>

static unsigned ticket;

static unsigned take_ticket(void) {
  return __sync_fetch_and_add(&ticket, 1);
}

static void new_day(void) {
  unsigned now = __atomic_load_n(&ticket, __ATOMIC_ACQUIRE);
  while (now > 100 && !__atomic_compare_exchange_n(&ticket, &now, 0, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
    ;
}

static void *customer(void *arg) {
  unsigned *last = arg;
  for (int i = 0; i < 300; i++)
    *last = take_ticket();
  return NULL;
}

int main(void) {
  pthread_t t;
  unsigned last = 0;
  pthread_create(&t, NULL, customer, &last);
  for (int i = 0; i < 300; i++)
    new_day();
  pthread_join(t, NULL);
  printf("%u\n", last);
  return 0;
}
