// The handles hang in a list, of which the join loop leaves out the last.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct worker {
  pthread_t thread;
  long collected;
  struct worker *next;
};

static void *collect(void *arg) {
  struct worker *w = arg;
  for (int i = 0; i < 1000; i++)
    w->collected += i % 7; // RACE
  return NULL;
}

static struct worker *start_workers(int n) {
  struct worker *first = NULL;
  while (n-- > 0) {
    struct worker *w = calloc(1, sizeof *w);
    w->next = first;
    first = w;
    pthread_create(&w->thread, NULL, collect, w);
  }
  return first;
}

static void join_workers(struct worker *first) {
  for (struct worker *w = first; w->next; w = w->next)
    pthread_join(w->thread, NULL);
}

int main(void) {
  struct worker *workers = start_workers(4);
  long total = 0;
  join_workers(workers);
  while (workers) {
    struct worker *w = workers;
    workers = w->next;
    total += w->collected; // RACE
    free(w); // RACE
  }
  printf("%ld\n", total);
  return 0;
}
