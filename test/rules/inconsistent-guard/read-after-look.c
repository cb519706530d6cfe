// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// To have seen, under the lock, that there is a listener does not keep it.
#include <pthread.h>

struct thermostat {
  pthread_mutex_t mutex;
  double target;
  void (*listener)(double);
};

void listen(struct thermostat *t, void (*listener)(double)) {
  pthread_mutex_lock(&t->mutex);
  t->listener = listener;
  pthread_mutex_unlock(&t->mutex);
}

void measure(struct thermostat *t, double now) {
  pthread_mutex_lock(&t->mutex);
  double off = now - t->target;
  int interested = t->listener != 0;
  pthread_mutex_unlock(&t->mutex);
  if (interested)
    t->listener(off);
}

// CHECK: {{^}}{{.*}}read-after-look.c:[[#@LINE-3]]:{{[0-9]+}}: warning: 'thermostat::listener' is read here without 'thermostat::mutex', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}read-after-look.c:[[#@LINE-14]]:{{[0-9]+}}: note: 'listen' writes it here, with the lock (as at 2 of 3 accesses){{$}}
// CHECK: {{^}}{{.*}}read-after-look.c:[[#@LINE-5]]:{{[0-9]+}}: note: 'measure' may run in another thread at the same time{{$}}
// CHECK: {{^}}{{.*}}read-after-look.c:[[#@LINE-21]]:{{[0-9]+}}: note: hold 'thermostat::mutex' at every access, or make 'thermostat::listener' atomic{{$}}
