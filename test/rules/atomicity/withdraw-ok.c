// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Checked and changed under one hold.
#include <pthread.h>

struct account {
  pthread_mutex_t mu;
  long balance;
};
static struct account shared = {PTHREAD_MUTEX_INITIALIZER, 100};

static int withdraw(struct account *a, long amount) {
  pthread_mutex_lock(&a->mu);
  int enough = a->balance >= amount;
  if (enough)
    a->balance -= amount;
  pthread_mutex_unlock(&a->mu);
  return enough;
}

static void *run(void *unused) {
  withdraw(&shared, 60);
  return 0;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, run, 0);
  pthread_create(&second, 0, run, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
  return 0;
}
