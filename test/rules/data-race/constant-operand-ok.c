// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// An assertion that is switched off by a constant reads nothing.
#include <pthread.h>
static const int checks = 0;
static int level, failed;

static void *run(void *unused) {
  failed = checks && level < 0;
  return unused;
}
int main(void) {
  pthread_t worker;
  pthread_create(&worker, 0, run, 0);
  level = 10;
  pthread_join(worker, 0);
  return failed;
}

// CHECK: 0 findings
