// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// With a buffer of the caller's nothing is hidden.
#include <pthread.h>
#include <stdio.h>

static void *name(void *arg) {
  char buffer[L_ctermid];
  ctermid(buffer);
  return arg;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, name, 0);
  pthread_create(&second, 0, name, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
}
