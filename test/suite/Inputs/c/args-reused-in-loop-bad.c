// One argument struct on main's stack is refilled for the next thread while the previous one still reads it.
#include <pthread.h>
#include <stdio.h>

struct range {
  int first;
  int last;
  long sum;
};

static void *add_up(void *arg) {
  struct range *r = arg;
  long sum = 0;
  for (int i = r->first; i < r->last; i++) // RACE
    sum += i;
  r->sum = sum; // RACE
  return NULL;
}

int main(void) {
  enum { THREADS = 4, CHUNK = 250 };
  pthread_t t[THREADS];
  struct range r;
  long total = 0;
  for (int i = 0; i < THREADS; i++) {
    r.first = i * CHUNK; // RACE
    r.last = (i + 1) * CHUNK; // RACE
    pthread_create(&t[i], NULL, add_up, &r); // RACE
  }
  for (int i = 0; i < THREADS; i++) {
    pthread_join(t[i], NULL);
    total += r.sum; // RACE
  }
  printf("%ld\n", total);
  return 0;
}
