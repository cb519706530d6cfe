// Deposits and audits choose the lock of a cell by the same function of its index.
#include <pthread.h>
#include <stdio.h>

enum { CELLS = 12, LOCKS = 3 };
static int cell[CELLS];
static pthread_mutex_t locks[LOCKS] = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_MUTEX_INITIALIZER, PTHREAD_MUTEX_INITIALIZER};

static void deposit(int c) {
  pthread_mutex_lock(&locks[c % LOCKS]);
  cell[c] += 10;
  pthread_mutex_unlock(&locks[c % LOCKS]);
}

static int audit(int c) {
  pthread_mutex_lock(&locks[c % LOCKS]);
  int value = cell[c];
  pthread_mutex_unlock(&locks[c % LOCKS]);
  return value;
}

static void *depositor(void *unused) {
  (void)unused;
  for (int i = 0; i < 24000; i++)
    deposit(i % CELLS);
  return NULL;
}

static void *auditor(void *unused) {
  (void)unused;
  long seen = 0;
  for (int i = 0; i < 24000; i++)
    seen += audit(i % CELLS);
  printf("%ld\n", seen);
  return NULL;
}

int main(void) {
  pthread_t d, a;
  pthread_create(&d, NULL, depositor, NULL);
  pthread_create(&a, NULL, auditor, NULL);
  pthread_join(d, NULL);
  pthread_join(a, NULL);
  return 0;
}
