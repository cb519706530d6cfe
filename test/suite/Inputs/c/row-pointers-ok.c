// Every row is an allocation of its own, and each thread fills one row.
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
    l->cells[i] = l->number * i;
  return NULL;
}

int main(void) {
  int *rows[ROWS];
  struct line lines[ROWS];
  pthread_t t[ROWS];
  for (int i = 0; i < ROWS; i++) {
    rows[i] = calloc(COLUMNS, sizeof *rows[i]);
    lines[i].cells = rows[i];
    lines[i].number = i;
    pthread_create(&t[i], NULL, fill, &lines[i]);
  }
  for (int i = 0; i < ROWS; i++)
    pthread_join(t[i], NULL);
  printf("%d\n", rows[ROWS - 1][COLUMNS - 1]);
  for (int i = 0; i < ROWS; i++)
    free(rows[i]);
  return 0;
}
