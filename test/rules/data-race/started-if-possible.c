// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The thread is joined for another reason than that for which it is started.
#include <pthread.h>

static int pages[2];

static void *render(void *arg) {
  int *page = arg;
  ++*page;
  return 0;
}

int main(int argc, char **argv) {
  (void)argv;
  pthread_t t;
  int started = 0;
  if (argc > 1 && pthread_create(&t, 0, render, &pages[0]) == 0)
    started = 1;
  render(&pages[1]);
  if (argc > 2)
    pthread_join(t, 0);
  else
    render(&pages[0]);
  return pages[0] + pages[1];
}

// CHECK: {{^}}{{.*}}started-if-possible.c:[[#@LINE-18]]:{{[0-9]+}}: warning: data race on 'pages[0]': written here while another thread may read it at {{.*}}started-if-possible.c:[[#@LINE-3]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}started-if-possible.c:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}started-if-possible.c:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}started-if-possible.c:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}started-if-possible.c:[[#@LINE-7]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}started-if-possible.c:[[#@LINE-27]]:{{[0-9]+}}: note: guard 'pages[0]' with a mutex{{$}}
