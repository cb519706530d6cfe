// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A semaphore with two permits lets in two threads at a time.
#include <pthread.h>
#include <semaphore.h>
enum { THREADS = 4 };
static sem_t permits;
static long total;
static void *add(void *argument) {
  sem_wait(&permits);
  total += (long)argument;
  sem_post(&permits);
  return 0;
}
int main(void) {
  pthread_t threads[THREADS];
  sem_init(&permits, 0, 2);
  for (long i = 0; i < THREADS; i++)
    pthread_create(&threads[i], 0, add, (void *)i);
  for (int i = 0; i < THREADS; i++)
    pthread_join(threads[i], 0);
  return total;
}

// CHECK: {{^}}{{.*}}sem-init-as-lock.c:[[#@LINE-14]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}sem-init-as-lock.c:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}sem-init-as-lock.c:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}sem-init-as-lock.c:[[#@LINE-20]]:{{[0-9]+}}: note: guard 'total' with a mutex, or make it atomic{{$}}
