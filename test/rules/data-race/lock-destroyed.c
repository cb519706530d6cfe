// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The lock is destroyed while a thread may take it; another is initialised
// after the thread that takes it was started.
#include <pthread.h>

struct channel {
  pthread_mutex_t lock;
  int sent;
};
static pthread_mutex_t late;
static int count;

static void *sender(void *arg) {
  struct channel *c = arg;
  pthread_mutex_lock(&c->lock);
  c->sent++;
  pthread_mutex_unlock(&c->lock);
  pthread_mutex_lock(&late);
  count++;
  pthread_mutex_unlock(&late);
  return 0;
}

int main(void) {
  static struct channel c = {PTHREAD_MUTEX_INITIALIZER, 0};
  pthread_t t;
  pthread_create(&t, 0, sender, &c);
  pthread_mutex_init(&late, 0);
  pthread_mutex_destroy(&c.lock);
  pthread_join(t, 0);
  return 0;
}

// CHECK: {{^}}{{.*}}lock-destroyed.c:[[#@LINE-6]]:{{[0-9]+}}: warning: data race on 'late': the lock is initialised here while another thread may use it at {{.*}}lock-destroyed.c:[[#@LINE-16]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}lock-destroyed.c:[[#@LINE-7]]:{{[0-9]+}}: note: the main thread reaches the initialisation{{$}}
// CHECK: {{^}}{{.*}}lock-destroyed.c:[[#@LINE-8]]:{{[0-9]+}}: note: the initialisation holds no lock{{$}}
// CHECK: {{^}}{{.*}}lock-destroyed.c:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the use{{$}}
// CHECK: {{^}}{{.*}}lock-destroyed.c:[[#@LINE-20]]:{{[0-9]+}}: note: the use holds no lock{{$}}
// CHECK: {{^}}{{.*}}lock-destroyed.c:[[#@LINE-11]]:{{[0-9]+}}: note: initialise it before the other thread is started{{$}}
// CHECK: {{^}}{{.*}}lock-destroyed.c:[[#@LINE-11]]:{{[0-9]+}}: warning: data race on 'main::c.lock': the lock is destroyed here while another thread may use it at {{.*}}lock-destroyed.c:[[#@LINE-25]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}lock-destroyed.c:[[#@LINE-12]]:{{[0-9]+}}: note: the main thread reaches the destruction{{$}}
// CHECK: {{^}}{{.*}}lock-destroyed.c:[[#@LINE-13]]:{{[0-9]+}}: note: the destruction holds no lock{{$}}
// CHECK: {{^}}{{.*}}lock-destroyed.c:[[#@LINE-16]]:{{[0-9]+}}: note: the thread started here reaches the use{{$}}
// CHECK: {{^}}{{.*}}lock-destroyed.c:[[#@LINE-29]]:{{[0-9]+}}: note: the use holds no lock{{$}}
// CHECK: {{^}}{{.*}}lock-destroyed.c:[[#@LINE-16]]:{{[0-9]+}}: note: destroy it when no other thread can use it any more: join them first{{$}}
