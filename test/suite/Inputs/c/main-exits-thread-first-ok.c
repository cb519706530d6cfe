// Main leaves by pthread_exit while its worker still runs, but the totals are static and outlive main's frame.
#include <pthread.h>
#include <stdio.h>

struct totals {
  long in, out;
};

static void *count(void *arg) {
  struct totals *t = arg;
  for (int i = 0; i < 1000; i++) {
    t->in += i;
    t->out += 1;
  }
  printf("%ld %ld\n", t->in, t->out);
  return NULL;
}

int main(void) {
  static struct totals totals = {0, 0};
  pthread_t t;
  if (pthread_create(&t, NULL, count, &totals) != 0)
    return 1;
  pthread_detach(t);
  pthread_exit(NULL);
}
