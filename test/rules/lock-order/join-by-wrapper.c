// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Started and joined by functions that get a pointer to the object.
#include <pthread.h>
struct worker {
  pthread_t thread;
  pthread_mutex_t mu;
  int steps;
};
static struct worker workers[4];

static void *run(void *arg) {
  struct worker *mine = arg;
  pthread_mutex_lock(&mine->mu);
  mine->steps++;
  pthread_mutex_unlock(&mine->mu);
  return 0;
}
static int spawn(pthread_t *thread, void *(*f)(void *), void *arg) {
  return pthread_create(thread, 0, f, arg);
}
static void stop(struct worker *w) {
  pthread_mutex_lock(&w->mu);
  pthread_join(w->thread, 0);
  pthread_mutex_unlock(&w->mu);
}
int main(void) {
  for (int i = 0; i < 4; ++i)
    spawn(&workers[i].thread, run, &workers[i]);
  for (int i = 0; i < 4; ++i)
    stop(&workers[i]);
}

// CHECK: {{^}}{{.*}}join-by-wrapper.c:[[#@LINE-10]]:{{[0-9]+}}: warning: 'worker::mu' is held while joining a thread that locks it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}join-by-wrapper.c:[[#@LINE-12]]:{{[0-9]+}}: note: 'stop' locks 'worker::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}join-by-wrapper.c:[[#@LINE-12]]:{{[0-9]+}}: note: ... and, still holding it, waits for the thread started at {{.*}}join-by-wrapper.c:[[#@LINE-16]], which needs 'worker::mu'{{$}}
// CHECK: {{^}}{{.*}}join-by-wrapper.c:[[#@LINE-23]]:{{[0-9]+}}: note: that thread locks 'worker::mu' here{{$}}
// CHECK: {{^}}{{.*}}join-by-wrapper.c:[[#@LINE-11]]:{{[0-9]+}}: note: this runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}join-by-wrapper.c:[[#@LINE-15]]:{{[0-9]+}}: note: release 'worker::mu' before waiting here{{$}}
