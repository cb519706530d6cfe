// Four threads walk the array from their own number, but with a stride of three, and meet in the same elements.
#include <pthread.h>
#include <stdio.h>

enum { THREADS = 4, CELLS = 1200 };
static unsigned cell[CELLS];

static void *mix(void *arg) {
  int self = *(int *)arg;
  for (int i = self; i < CELLS; i += THREADS - 1)
    cell[i] = cell[i] * 2654435761u + (unsigned)i; // RACE
  return NULL;
}

int main(void) {
  pthread_t t[THREADS];
  int number[THREADS];
  for (int i = 0; i < THREADS; i++) {
    number[i] = i;
    pthread_create(&t[i], NULL, mix, &number[i]);
  }
  for (int i = 0; i < THREADS; i++)
    pthread_join(t[i], NULL);
  unsigned check = 0;
  for (int i = 0; i < CELLS; i++)
    check ^= cell[i];
  printf("%u\n", check);
  return 0;
}
