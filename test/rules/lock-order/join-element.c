// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each thread needs the lock of its element, which is held while it is joined.
#include <pthread.h>
struct worker {
  pthread_t thread;
  pthread_mutex_t mu;
  int steps;
};
static struct worker workers[4];

static void *run(void *arg) {
  struct worker *mine = &workers[(long)arg];
  pthread_mutex_lock(&mine->mu);
  mine->steps++;
  pthread_mutex_unlock(&mine->mu);
  return 0;
}
int main(void) {
  for (long i = 0; i < 4; ++i)
    pthread_create(&workers[i].thread, 0, run, (void *)i);
  for (long i = 0; i < 4; ++i) {
    pthread_mutex_lock(&workers[i].mu);
    pthread_join(workers[i].thread, 0);
    pthread_mutex_unlock(&workers[i].mu);
  }
}

// CHECK: {{^}}{{.*}}join-element.c:[[#@LINE-5]]:{{[0-9]+}}: warning: 'worker::mu' is held while joining a thread that locks it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}join-element.c:[[#@LINE-7]]:{{[0-9]+}}: note: 'main' locks 'worker::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}join-element.c:[[#@LINE-7]]:{{[0-9]+}}: note: ... and, still holding it, waits for the thread started at {{.*}}join-element.c:[[#@LINE-10]], which needs 'worker::mu'{{$}}
// CHECK: {{^}}{{.*}}join-element.c:[[#@LINE-18]]:{{[0-9]+}}: note: that thread locks 'worker::mu' here{{$}}
// CHECK: {{^}}{{.*}}join-element.c:[[#@LINE-14]]:{{[0-9]+}}: note: this runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}join-element.c:[[#@LINE-10]]:{{[0-9]+}}: note: release 'worker::mu' before waiting here{{$}}
