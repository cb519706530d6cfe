// Each thread transposes its rows in place over all columns, so every pair of cells is swapped by two threads.
#include <pthread.h>
#include <stdio.h>

enum { SIZE = 32, THREADS = 2 };
static int m[SIZE][SIZE];

static void *transpose_rows(void *arg) {
  int first = *(int *)arg;
  for (int i = first; i < SIZE; i += THREADS) {
    for (int j = 0; j < SIZE; j++) {
      int t = m[i][j]; // RACE
      m[i][j] = m[j][i]; // RACE
      m[j][i] = t; // RACE
    }
  }
  return NULL;
}

int main(void) {
  pthread_t t[THREADS];
  int first[THREADS];
  for (int i = 0; i < SIZE; i++)
    for (int j = 0; j < SIZE; j++)
      m[i][j] = i * SIZE + j;
  for (int i = 0; i < THREADS; i++) {
    first[i] = i;
    pthread_create(&t[i], NULL, transpose_rows, &first[i]);
  }
  for (int i = 0; i < THREADS; i++)
    pthread_join(t[i], NULL);
  printf("%d\n", m[1][0]);
  return 0;
}
