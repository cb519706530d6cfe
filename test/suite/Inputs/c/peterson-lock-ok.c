// Peterson's algorithm on sequentially consistent atomics excludes the two threads from each other.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_int wants[2];
static atomic_int turn;
static int stock;

static void enter(int me) {
  int other = 1 - me;
  wants[me] = 1;
  turn = other;
  while (wants[other] && turn == other)
    ;
}

static void leave(int me) {
  wants[me] = 0;
}

static void *trade(void *arg) {
  int me = *(int *)arg;
  for (int i = 0; i < 300; i++) {
    enter(me);
    stock += me ? 1 : -1;
    leave(me);
  }
  return NULL;
}

int main(void) {
  pthread_t t[2];
  int id[2] = {0, 1};
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, trade, &id[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  printf("%d\n", stock);
  return 0;
}
