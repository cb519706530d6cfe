// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Both functions choose the lock of a cell in one way; a third by the key that
// the cell is chosen of, which comes to the same: 12 is a multiple of 3.
#include <pthread.h>

enum { CELLS = 12, LOCKS = 3 };
static int cells[CELLS];
static pthread_mutex_t locks[LOCKS];

static void deposit(int c) {
  pthread_mutex_lock(&locks[c % LOCKS]);
  cells[c] += 10;
  pthread_mutex_unlock(&locks[c % LOCKS]);
}

static int audit(int c) {
  pthread_mutex_lock(&locks[c % LOCKS]);
  int value = cells[c];
  pthread_mutex_unlock(&locks[c % LOCKS]);
  return value;
}

static void withdraw(unsigned key) {
  pthread_mutex_lock(&locks[key % LOCKS]);
  cells[key % CELLS] -= 10;
  pthread_mutex_unlock(&locks[key % LOCKS]);
}

static void *depositor(void *unused) {
  for (int i = 0; i < 24000; i++)
    deposit(i % CELLS), withdraw(i);
  return unused;
}

int main(void) {
  pthread_t t;
  int seen = 0;
  for (int i = 0; i < LOCKS; i++)
    pthread_mutex_init(&locks[i], 0);
  pthread_create(&t, 0, depositor, 0);
  for (int i = 0; i < 24000; i++)
    seen += audit(i % CELLS);
  pthread_join(t, 0);
  return seen;
}
