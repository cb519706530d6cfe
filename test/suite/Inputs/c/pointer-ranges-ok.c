// Each thread gets a pointer into the array and the length up to the next thread's range.
#include <pthread.h>
#include <stdio.h>

enum { TOTAL = 400, THREADS = 4, CHUNK = TOTAL / THREADS };

struct chunk {
  int *begin;
  int length;
};

static int values[TOTAL + 1];

static void *prefix_sums(void *arg) {
  struct chunk *c = arg;
  for (int i = 1; i < c->length; i++)
    c->begin[i] += c->begin[i - 1];
  return NULL;
}

int main(void) {
  pthread_t t[THREADS];
  struct chunk chunks[THREADS];
  for (int i = 0; i < TOTAL; i++)
    values[i] = 1;
  for (int i = 0; i < THREADS; i++) {
    chunks[i].begin = values + i * CHUNK;
    chunks[i].length = CHUNK;
    pthread_create(&t[i], NULL, prefix_sums, &chunks[i]);
  }
  for (int i = 0; i < THREADS; i++)
    pthread_join(t[i], NULL);
  printf("%d\n", values[CHUNK - 1]);
  return 0;
}
