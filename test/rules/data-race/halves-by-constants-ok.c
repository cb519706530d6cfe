// RUN: %fearless check %s -- 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Two threads take a half each, by constants.
#include <pthread.h>

enum { ROWS = 20, COLUMNS = 30 };
static double plate[ROWS][COLUMNS];

static void heat(int first, int last) {
  for (int r = first; r <= last; r++)
    for (int c = 0; c < COLUMNS; c++)
      plate[r][c] += 1.5;
}

static void *upper(void *unused) {
  heat(0, ROWS / 2 - 1);
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
