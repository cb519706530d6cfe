// Main leaves by pthread_exit while its worker still uses the totals in main's stack frame, which is then gone.
#include <pthread.h>
#include <stdio.h>

struct totals {
  long in, out;
};

static void *count(void *arg) {
  struct totals *t = arg;
  for (int i = 0; i < 1000; i++) {
    t->in += i; // RACE
    t->out += 1; // RACE
  }
  printf("%ld %ld\n", t->in, t->out); // RACE
  return NULL;
}

int main(void) {
  struct totals totals = {0, 0}; // RACE
  pthread_t t;
  if (pthread_create(&t, NULL, count, &totals) != 0) // RACE
    return 1;
  pthread_detach(t);
  pthread_exit(NULL); // RACE
}
