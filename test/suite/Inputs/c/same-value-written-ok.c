// All threads that find a match store 1 into an atomic flag; main reads it after the joins.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

enum { N = 1000, THREADS = 4 };
static int haystack[N];
static atomic_int found;

struct part {
  int first, last, needle;
};

static void *look(void *arg) {
  const struct part *p = arg;
  for (int i = p->first; i < p->last; i++)
    if (haystack[i] == p->needle)
      atomic_store_explicit(&found, 1, memory_order_relaxed);
  return NULL;
}

int main(void) {
  pthread_t t[THREADS];
  struct part part[THREADS];
  for (int i = 0; i < N; i++)
    haystack[i] = i % 10;
  for (int i = 0; i < THREADS; i++) {
    part[i] = (struct part){i * N / THREADS, (i + 1) * N / THREADS, 7};
    pthread_create(&t[i], NULL, look, &part[i]);
  }
  for (int i = 0; i < THREADS; i++)
    pthread_join(t[i], NULL);
  printf("%d\n", found);
  return 0;
}
