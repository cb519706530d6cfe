// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The element that a function is called with is still held.
#include <pthread.h>
struct worker {
  pthread_mutex_t lock;
  int paused;
};
static struct worker *workers;
static pthread_mutex_t control = PTHREAD_MUTEX_INITIALIZER;

static void wait_while_paused(struct worker *w) {
  if (w->paused) {
    pthread_mutex_lock(&control);
    pthread_mutex_unlock(&control);
  }
}
static void work_of_first(void) { wait_while_paused(&workers[0]); }

static void *run(void *argument) {
  struct worker *w = &workers[(long)argument];
  pthread_mutex_lock(&w->lock);
  if (argument == 0)
    work_of_first();
  pthread_mutex_unlock(&w->lock);
  return 0;
}
int main(void) {
  pthread_t thread;
  pthread_create(&thread, 0, run, 0);
  struct worker *first = &workers[0];
  pthread_mutex_lock(&control);
  pthread_mutex_lock(&first->lock);
  first->paused = 1;
  pthread_mutex_unlock(&first->lock);
  pthread_mutex_unlock(&control);
  pthread_join(thread, 0);
}

// CHECK: {{^}}{{.*}}given-back-elsewhere.c:[[#@LINE-7]]:{{[0-9]+}}: warning: 'worker::lock' and 'control' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}given-back-elsewhere.c:[[#@LINE-19]]:{{[0-9]+}}: note: 'run' locks 'worker::lock' here ...{{$}}
// CHECK: {{^}}{{.*}}given-back-elsewhere.c:[[#@LINE-18]]:{{[0-9]+}}: note: ... and, still holding it, calls 'work_of_first' ...{{$}}
// CHECK: {{^}}{{.*}}given-back-elsewhere.c:[[#@LINE-25]]:{{[0-9]+}}: note: ... which calls 'wait_while_paused' ...{{$}}
// CHECK: {{^}}{{.*}}given-back-elsewhere.c:[[#@LINE-30]]:{{[0-9]+}}: note: ... which locks 'control' here ('worker::lock' before 'control'){{$}}
// CHECK: {{^}}{{.*}}given-back-elsewhere.c:[[#@LINE-13]]:{{[0-9]+}}: note: 'main' locks 'control' here ...{{$}}
// CHECK: {{^}}{{.*}}given-back-elsewhere.c:[[#@LINE-13]]:{{[0-9]+}}: note: ... and, still holding it, locks 'worker::lock' here ('control' before 'worker::lock'){{$}}
// CHECK: {{^}}{{.*}}given-back-elsewhere.c:[[#@LINE-17]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}given-back-elsewhere.c:[[#@LINE-20]]:{{[0-9]+}}: note: the second runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}given-back-elsewhere.c:[[#@LINE-16]]:{{[0-9]+}}: note: take them in one order everywhere{{$}}
