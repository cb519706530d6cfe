// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A signal handler changes what the loop that it interrupts reads. A structure
// is more than one access, and no lock would help.
#include <signal.h>

struct size {
  int columns, rows;
};
static struct size size;

static void resized(int number) {
  size.columns = number;
  size.rows = number;
}

int main(void) {
  struct sigaction action = {.sa_handler = resized};
  sigaction(SIGWINCH, &action, 0);
  int area = 0;
  for (int i = 0; i < 1000; ++i)
    area += size.columns * size.rows;
  return area;
}

// CHECK: {{^}}{{.*}}handler.c:[[#@LINE-13]]:{{[0-9]+}}: warning: data race on 'size.columns': written here while what this signal handler interrupts may read it at {{.*}}handler.c:[[#@LINE-4]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}handler.c:[[#@LINE-8]]:{{[0-9]+}}: note: the signal handler installed here reaches the write{{$}}
// CHECK: {{^}}{{.*}}handler.c:[[#@LINE-15]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}handler.c:[[#@LINE-7]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}handler.c:[[#@LINE-8]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}handler.c:[[#@LINE-23]]:{{[0-9]+}}: note: a signal handler may take no lock: make 'size.columns' a lock-free atomic or a volatile sig_atomic_t, or block the signal around the other accesses{{$}}
// CHECK: {{^}}{{.*}}handler.c:[[#@LINE-18]]:{{[0-9]+}}: warning: data race on 'size.rows': written here while what this signal handler interrupts may read it at {{.*}}handler.c:[[#@LINE-10]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}handler.c:[[#@LINE-14]]:{{[0-9]+}}: note: the signal handler installed here reaches the write{{$}}
// CHECK: {{^}}{{.*}}handler.c:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}handler.c:[[#@LINE-13]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}handler.c:[[#@LINE-14]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}handler.c:[[#@LINE-29]]:{{[0-9]+}}: note: a signal handler may take no lock: make 'size.rows' a lock-free atomic or a volatile sig_atomic_t, or block the signal around the other accesses{{$}}
