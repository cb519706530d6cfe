// Every thread gets its own element of an array of argument structs, which lives until all are joined.
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
  for (int i = r->first; i < r->last; i++)
    sum += i;
  r->sum = sum;
  return NULL;
}

int main(void) {
  enum { THREADS = 4, CHUNK = 250 };
  pthread_t t[THREADS];
  struct range ranges[THREADS];
  long total = 0;
  for (int i = 0; i < THREADS; i++) {
    ranges[i].first = i * CHUNK;
    ranges[i].last = (i + 1) * CHUNK;
    pthread_create(&t[i], NULL, add_up, &ranges[i]);
  }
  for (int i = 0; i < THREADS; i++) {
    pthread_join(t[i], NULL);
    total += ranges[i].sum;
  }
  printf("%ld\n", total);
  return 0;
}
