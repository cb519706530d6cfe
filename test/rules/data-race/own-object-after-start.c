// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The last of what is prepared comes after the start.
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
  pthread_create(&w->id, 0, run, w);
  w->argument = argument;
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

// CHECK: {{^}}{{.*}}own-object-after-start.c:[[#@LINE-19]]:{{[0-9]+}}: warning: data race on 'worker::argument': written here while another thread may read it at {{.*}}own-object-after-start.c:[[#@LINE-26]]:21 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}own-object-after-start.c:[[#@LINE-20]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'start'{{$}}
// CHECK: {{^}}{{.*}}own-object-after-start.c:[[#@LINE-21]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}own-object-after-start.c:[[#@LINE-23]]:{{[0-9]+}}: note: each of the threads started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}own-object-after-start.c:[[#@LINE-30]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}own-object-after-start.c:[[#@LINE-40]]:{{[0-9]+}}: note: guard 'worker::argument' with a mutex, or make it atomic{{$}}
