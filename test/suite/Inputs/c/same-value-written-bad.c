// All threads that find a match store the same 1 into a plain flag: still a race, however harmless it looks.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

enum { N = 1000, THREADS = 4 };
static int haystack[N];
static int found;

struct part {
  int first, last, needle;
};

static void *look(void *arg) {
  const struct part *p = arg;
  for (int i = p->first; i < p->last; i++)
    if (haystack[i] == p->needle)
      found = 1; // RACE
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
