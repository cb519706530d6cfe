// The hand-made once lets a thread go on that finds the initialisation begun, though it need not be finished.
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>

enum { UNTOUCHED, BEGUN, FINISHED };

static atomic_int state;
static int squares[100];

static void ensure_squares(void) {
  int expected = UNTOUCHED;
  if (atomic_compare_exchange_strong(&state, &expected, BEGUN)) {
    for (int i = 0; i < 100; i++)
      squares[i] = i * i; // RACE
    atomic_store_explicit(&state, FINISHED, memory_order_release);
  }
}

static void *use(void *arg) {
  int n = *(int *)arg;
  ensure_squares();
  printf("%d\n", squares[n]); // RACE
  return NULL;
}

int main(void) {
  enum { USERS = 4 };
  pthread_t t[USERS];
  int n[USERS];
  for (int i = 0; i < USERS; i++) {
    n[i] = 99 - i;
    pthread_create(&t[i], NULL, use, &n[i]);
  }
  for (int i = 0; i < USERS; i++)
    pthread_join(t[i], NULL);
  return 0;
}
