// RUN: not %fearless check %s -- 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two threads take a half each, by constants, and both take the row between.
#include <pthread.h>

enum { ROWS = 20, COLUMNS = 30 };
static double plate[ROWS][COLUMNS];

static void heat(int first, int last) {
  for (int r = first; r <= last; r++)
    for (int c = 0; c < COLUMNS; c++)
      plate[r][c] += 1.5;
}

static void *upper(void *unused) {
  heat(0, ROWS / 2);
  return unused;
}

static void *lower(void *unused) {
  heat(ROWS / 2, ROWS - 1);
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, upper, 0);
  pthread_create(&b, 0, lower, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return plate[0][0] > 0;
}

// CHECK: {{^}}{{.*}}halves-by-constants.c:[[#@LINE-22]]:{{[0-9]+}}: warning: data race on 'plate[...]': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}halves-by-constants.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write through 'upper' -> 'heat'{{$}}
// CHECK: {{^}}{{.*}}halves-by-constants.c:[[#@LINE-24]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}halves-by-constants.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write through 'lower' -> 'heat'{{$}}
// CHECK: {{^}}{{.*}}halves-by-constants.c:[[#@LINE-26]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}halves-by-constants.c:[[#@LINE-27]]:{{[0-9]+}}: note: for example, both get to element [10][0]{{$}}
// CHECK: {{^}}{{.*}}halves-by-constants.c:[[#@LINE-33]]:{{[0-9]+}}: note: guard 'plate[...]' with a mutex{{$}}
