// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A table of operations, by name; the caller holds the lock of the device.
#include <pthread.h>
static pthread_mutex_t device = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;
struct operation {
  const char *name;
  int (*run)(int);
};
static int nothing(int n) { return n; }
static int reset(int n) {
  pthread_mutex_lock(&log_lock);
  pthread_mutex_unlock(&log_lock);
  return n;
}
static const struct operation operations[] = {
    {"nothing", nothing},
    {.name = "reset", .run = reset},
};
static void *control(void *which) {
  pthread_mutex_lock(&device);
  operations[*(int *)which].run(1);
  pthread_mutex_unlock(&device);
  return 0;
}
static void *rotate(void *unused) {
  pthread_mutex_lock(&log_lock);
  pthread_mutex_lock(&device);
  pthread_mutex_unlock(&device);
  pthread_mutex_unlock(&log_lock);
  return unused;
}
int main(void) {
  int which = 1;
  pthread_t first, second;
  pthread_create(&first, 0, control, &which);
  pthread_create(&second, 0, rotate, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
  return 0;
}

// CHECK: {{^}}{{.*}}function-table.c:[[#@LINE-15]]:{{[0-9]+}}: warning: 'device' and 'log_lock' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}function-table.c:[[#@LINE-23]]:{{[0-9]+}}: note: 'control' locks 'device' here ...{{$}}
// CHECK: {{^}}{{.*}}function-table.c:[[#@LINE-23]]:{{[0-9]+}}: note: ... and, still holding it, calls 'reset' ...{{$}}
// CHECK: {{^}}{{.*}}function-table.c:[[#@LINE-34]]:{{[0-9]+}}: note: ... which locks 'log_lock' here ('device' before 'log_lock'){{$}}
// CHECK: {{^}}{{.*}}function-table.c:[[#@LINE-20]]:{{[0-9]+}}: note: 'rotate' locks 'log_lock' here ...{{$}}
// CHECK: {{^}}{{.*}}function-table.c:[[#@LINE-20]]:{{[0-9]+}}: note: ... and, still holding it, locks 'device' here ('log_lock' before 'device'){{$}}
// CHECK: {{^}}{{.*}}function-table.c:[[#@LINE-13]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}function-table.c:[[#@LINE-13]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}function-table.c:[[#@LINE-23]]:{{[0-9]+}}: note: take them in one order everywhere{{$}}
