// RUN: %fearless check %s -- -std=gnu17 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each thread opens one of its own.
#include <fearless/annotations.h>
#include <pthread.h>
struct FEARLESS_NOT_SYNC lib_handle;
struct lib_handle *lib_open(void);
int lib_query(struct lib_handle *, int);
static void *work(void *arg) {
  struct lib_handle *mine = lib_open();
  lib_query(mine, 1);
  return arg;
}
int main(void) {
  struct lib_handle *mine = lib_open();
  pthread_t t;
  pthread_create(&t, 0, work, 0);
  lib_query(mine, 2);
  pthread_join(t, 0);
  return 0;
}
