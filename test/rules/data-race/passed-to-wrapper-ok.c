// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The wrapper starts two threads, each with a function of its own.
#include <pthread.h>

static long folded, counted;

static void *fold(void *arg) {
  folded = folded * 31 + 1;
  return arg;
}

static void *count(void *arg) {
  counted++;
  return arg;
}

static void start(pthread_t *t, void *(*body)(void *)) {
  pthread_create(t, 0, body, 0);
}

int main(void) {
  pthread_t a, b;
  start(&a, fold);
  start(&b, count);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return folded + counted;
}
