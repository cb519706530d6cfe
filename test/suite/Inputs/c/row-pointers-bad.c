// The row pointers are all set to one allocation, so the "rows" of the four threads are the same memory.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROWS = 4, COLUMNS = 100 };

struct line {
  int *cells;
  int number;
};

static void *fill(void *arg) {
  struct line *l = arg;
  for (int i = 0; i < COLUMNS; i++)
    l->cells[i] = l->number * i; // RACE
  return NULL;
}

int main(void) {
  int *rows[ROWS];
  struct line lines[ROWS];
  pthread_t t[ROWS];
  int *cells = calloc(COLUMNS, sizeof *cells);
  for (int i = 0; i < ROWS; i++) {
    rows[i] = cells;
    lines[i].cells = rows[i];
    lines[i].number = i;
    pthread_create(&t[i], NULL, fill, &lines[i]);
  }
  for (int i = 0; i < ROWS; i++)
    pthread_join(t[i], NULL);
  printf("%d\n", rows[ROWS - 1][COLUMNS - 1]);
  free(cells);
  return 0;
}
