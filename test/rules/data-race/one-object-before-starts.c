// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// All threads get one and the same object: what is prepared for the next one,
// the one before is using.
#include <pthread.h>
struct worker {
  void (*job)(int);
  int argument;
};
static struct worker only;
static pthread_t ids[8];

static void *run(void *arg) {
  struct worker *self = arg;
  self->job(self->argument);
  return 0;
}
static void work(int n) { (void)n; }
static void start(struct worker *w, int argument) {
  w->argument = argument;
  pthread_create(&ids[argument], 0, run, w);
}
int main(void) {
  only.job = work;
  for (int i = 0; i < 8; ++i)
    start(&only, i);
  for (int i = 0; i < 8; ++i)
    pthread_join(ids[i], 0);
}

// CHECK: {{^}}{{.*}}one-object-before-starts.c:[[#@LINE-11]]:{{[0-9]+}}: warning: data race on 'only.argument': written here while another thread may read it at {{.*}}one-object-before-starts.c:[[#@LINE-16]]:19 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}one-object-before-starts.c:[[#@LINE-12]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'start'{{$}}
// CHECK: {{^}}{{.*}}one-object-before-starts.c:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}one-object-before-starts.c:[[#@LINE-13]]:{{[0-9]+}}: note: each of the threads started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}one-object-before-starts.c:[[#@LINE-20]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}one-object-before-starts.c:[[#@LINE-28]]:{{[0-9]+}}: note: guard 'only.argument' with a mutex, or make it atomic{{$}}
