// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The loop joins the workers up to the end of their list.
#include <pthread.h>
#include <stdlib.h>

struct worker {
  pthread_t thread;
  long found;
  struct worker *next;
};

static void *search(void *arg) {
  struct worker *w = arg;
  w->found++;
  return 0;
}

int main(void) {
  struct worker *first = 0;
  for (int i = 0; i < 4; i++) {
    struct worker *w = calloc(1, sizeof *w);
    w->next = first;
    first = w;
    pthread_create(&w->thread, 0, search, w);
  }
  for (struct worker *w = first; w; w = w->next)
    pthread_join(w->thread, 0);
  long found = 0;
  for (struct worker *w = first; w; w = w->next)
    found += w->found;
  return found;
}
