// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each half is added up in a variable of its own activation of the function.
#include <pthread.h>

struct part {
  int depth;
  long sum;
};

static void *add(void *arg) {
  struct part *p = arg;
  if (p->depth == 0) {
    p->sum = 1;
    return 0;
  }
  struct part left = {p->depth - 1, 0}, right = {p->depth - 1, 0};
  pthread_t t;
  int threaded = p->depth > 2 && pthread_create(&t, 0, add, &left) == 0;
  if (!threaded)
    add(&left);
  add(&right);
  if (threaded)
    pthread_join(t, 0);
  p->sum = left.sum + right.sum;
  return 0;
}

int main(void) {
  struct part all = {5, 0};
  add(&all);
  return all.sum;
}
