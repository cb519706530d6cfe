// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each round touches the slot, and its lock, of the thread that it has started:
// by the number itself, and by a pointer to it.
#include <pthread.h>

static int slots[8], sums[8], numbers[8];
static pthread_mutex_t locks[8];
static pthread_t handles[8], others[8];

static void *run(void *my) {
  long id = (long)my;
  pthread_mutex_lock(&locks[id]);
  slots[id]++;
  pthread_mutex_unlock(&locks[id]);
  return 0;
}

static void *sum(void *my) {
  int id = *(int *)my;
  sums[id]++;
  return 0;
}

int main(void) {
  for (int i = 0; i < 8; i++) {
    if (i == 3)
      continue;
    pthread_create(&handles[i], 0, run, (void *)(long)i);
    slots[i] = 1;
    pthread_mutex_init(&locks[i], 0);
    numbers[i] = i;
    pthread_create(&others[i], 0, sum, &numbers[i]);
    sums[i] = i;
  }
  for (int i = 0; i < 8; i++) {
    if (i == 3)
      continue;
    pthread_join(handles[i], 0);
    pthread_join(others[i], 0);
  }
  return slots[0] + sums[0];
}

// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-24]]:{{[0-9]+}}: warning: data race on 'sums[...]': written here while another thread may write it at {{.*}}own-slot-prepared.c:[[#@LINE-11]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-13]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-26]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-14]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-15]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-43]]:{{[0-9]+}}: note: guard 'sums[...]' with a mutex{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-21]]:{{[0-9]+}}: warning: data race on 'slots[...]': written here while another thread may write it at {{.*}}own-slot-prepared.c:[[#@LINE-37]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-22]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-23]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-25]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-41]]:{{[0-9]+}}: note: the write holds 'locks'{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-49]]:{{[0-9]+}}: note: hold 'locks' at every access (1 of 3 do){{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-26]]:{{[0-9]+}}: warning: data race on 'locks[...]': the lock is initialised here while another thread may use it at {{.*}}own-slot-prepared.c:[[#@LINE-44]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-27]]:{{[0-9]+}}: note: the main thread reaches the initialisation{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-28]]:{{[0-9]+}}: note: the initialisation holds no lock{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-31]]:{{[0-9]+}}: note: each of the threads started here reaches the use{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-48]]:{{[0-9]+}}: note: the use holds no lock{{$}}
// CHECK: {{^}}{{.*}}own-slot-prepared.c:[[#@LINE-31]]:{{[0-9]+}}: note: initialise it before the other thread is started{{$}}
