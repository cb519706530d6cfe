// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What the parent does after the fork is in parallel with its threads.
#include <pthread.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

static void *work(void *arg) {
  getenv("HOME");
  return arg;
}

int main(void) {
  pthread_t worker;
  pthread_create(&worker, 0, work, 0);
  pid_t pid = fork();
  if (pid == 0)
    _exit(0);
  setenv("CHILD", "1", 1);
  pthread_join(worker, 0);
}

// CHECK: {{^}}{{.*}}child.c:[[#@LINE-4]]:{{[0-9]+}}: warning: 'setenv' changes the environment, which all threads share, while another thread may read it with 'getenv' at {{.*}}child.c:[[#@LINE-14]]:{{[0-9]+}} [fearless-mt-unsafe-call]{{$}}
// CHECK: {{^}}{{.*}}child.c:[[#@LINE-5]]:{{[0-9]+}}: note: the main thread reaches the call of 'setenv'{{$}}
// CHECK: {{^}}{{.*}}child.c:[[#@LINE-6]]:{{[0-9]+}}: note: the call of 'setenv' holds no lock{{$}}
// CHECK: {{^}}{{.*}}child.c:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here reaches the call of 'getenv'{{$}}
// CHECK: {{^}}{{.*}}child.c:[[#@LINE-18]]:{{[0-9]+}}: note: the call of 'getenv' holds no lock{{$}}
// CHECK: {{^}}{{.*}}child.c:[[#@LINE-9]]:{{[0-9]+}}: note: make these calls while no other thread runs, or hold one lock at all of them{{$}}
