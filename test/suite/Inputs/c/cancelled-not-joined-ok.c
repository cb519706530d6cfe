// Main cancels the thread, joins it, and only then reads its progress.
#include <pthread.h>
#include <stdio.h>

struct search {
  unsigned long examined;
  unsigned long best;
};

static void *search_forever(void *arg) {
  struct search *s = arg;
  for (unsigned long n = 1;; n++) {
    s->examined++;
    if (n * 2654435761u % 1000003u > s->best)
      s->best = n * 2654435761u % 1000003u;
    if (n % 1024 == 0)
      pthread_testcancel();
  }
  return NULL;
}

int main(void) {
  struct search s = {0, 0};
  pthread_t t;
  pthread_create(&t, NULL, search_forever, &s);
  pthread_cancel(t);
  pthread_join(t, NULL);
  printf("%lu examined, best %lu\n", s.examined, s.best);
  return 0;
}
