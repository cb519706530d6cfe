// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What a function prepares for the thread that it starts: others are running,
// but each has an object of its own. They are kept in a table that all can see.
#include <pthread.h>
#include <stdlib.h>
struct worker {
  pthread_t id;
  void (*job)(int);
  int argument;
  int priority;
};
static struct worker *table[8];
static struct worker first;

static void *run(void *arg) {
  struct worker *self = arg;
  if (self->priority > 0)
    self->job(self->argument);
  return 0;
}
static void prepare(struct worker *w, int priority) { w->priority = priority; }
static void start(struct worker *w, void (*job)(int), int argument) {
  w->job = job;
  w->argument = argument;
  pthread_create(&w->id, 0, run, w);
}
static void work(int n) { (void)n; }
static void add(int i) {
  struct worker *w = malloc(sizeof *w);
  table[i] = w;
  prepare(w, i);
  start(w, work, i);
}
int main(void) {
  prepare(&first, 1);
  start(&first, work, 0);
  for (int i = 0; i < 8; ++i)
    add(i);
  for (int i = 0; i < 8; ++i)
    pthread_join(table[i]->id, 0);
  pthread_join(first.id, 0);
}
