// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A structure that a thread has the address of: what main has stored in its
// count is not what is in it.
#include <pthread.h>

struct worker {
  pthread_mutex_t lock;
  int rounds, stop;
};

static void *work(void *arg) {
  struct worker *w = arg;
  while (!w->stop) {
    pthread_mutex_lock(&w->lock);
    w->rounds++;
    pthread_mutex_unlock(&w->lock);
  }
  return 0;
}

int main(void) {
  struct worker w = {PTHREAD_MUTEX_INITIALIZER, 0, 0};
  pthread_t t;
  pthread_create(&t, 0, work, &w);
  for (;;) {
    pthread_mutex_lock(&w.lock);
    int rounds = w.rounds;
    pthread_mutex_unlock(&w.lock);
    if (rounds > 10)
      break;
  }
  w.stop = 1;
  return pthread_join(t, 0);
}

// CHECK: {{^}}{{.*}}lent-structure.c:[[#@LINE-4]]:{{[0-9]+}}: warning: data race on 'worker::stop': written here while another thread may read it at {{.*}}lent-structure.c:[[#@LINE-23]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}lent-structure.c:[[#@LINE-5]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}lent-structure.c:[[#@LINE-6]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}lent-structure.c:[[#@LINE-15]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}lent-structure.c:[[#@LINE-27]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}lent-structure.c:[[#@LINE-33]]:{{[0-9]+}}: note: guard 'worker::stop' with a mutex, or make it atomic{{$}}
