// The ticket is taken with __sync_fetch_and_add, but another thread reads and resets it with plain accesses.
#include <pthread.h>
#include <stdio.h>

static unsigned ticket;

static unsigned take_ticket(void) {
  return __sync_fetch_and_add(&ticket, 1); // RACE
}

static void new_day(void) {
  if (ticket > 100) // RACE
    ticket = 0; // RACE
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
