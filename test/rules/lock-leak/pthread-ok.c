// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int balance;

int withdraw(int n) {
  int rc = -1;
  pthread_mutex_lock(&mu);
  if (balance < n)
    goto out;
  balance -= n;
  rc = 0;
out:
  pthread_mutex_unlock(&mu);
  return rc;
}
