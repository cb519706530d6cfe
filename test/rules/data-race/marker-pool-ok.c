// RUN: %fearless check %s -- -std=gnu17 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// … and each of them gets a job of its own.
#include <fearless/annotations.h>
#include <stdlib.h>
struct pool;
void pool_add(struct pool *, FEARLESS_CROSSES_THREAD void (*run)(void *),
              void *arg);
struct job {
  int left;
};
static void work(void *arg) {
  struct job *j = arg;
  --j->left;
  free(j);
}
int finish(struct pool *p) {
  struct job *j = malloc(sizeof *j);
  j->left = 2;
  int left = j->left;
  pool_add(p, work, j);
  return left;
}
int main(void) { return finish(0); }
