// The bands of a heat map are smoothed from one grid into the other, with a barrier before the grids change roles.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>

enum { ROWS = 64, COLUMNS = 64, BANDS = 4, STEPS = 20 };

typedef double grid[ROWS][COLUMNS];

struct plate {
  grid a, b;
  pthread_barrier_t step_done;
};

struct band {
  struct plate *plate;
  pthread_t thread;
  int first, last;
  double heat;
};

static struct plate plate;

static void smooth(double (*to)[COLUMNS], double (*from)[COLUMNS], int first, int last) {
  for (int r = first; r < last; r++) {
    for (int c = 1; c < COLUMNS - 1; c++) {
      double around = from[r - 1][c] + from[r + 1][c] + from[r][c - 1] + from[r][c + 1];
      to[r][c] = around / 4;
    }
  }
}

static void *run_band(void *arg) {
  struct band *b = arg;
  double(*from)[COLUMNS] = b->plate->a;
  double(*to)[COLUMNS] = b->plate->b;
  for (int step = 0; step < STEPS; step++) {
    smooth(to, from, b->first, b->last);
    pthread_barrier_wait(&b->plate->step_done);
    double(*other)[COLUMNS] = from;
    from = to;
    to = other;
  }
  for (int r = b->first; r < b->last; r++)
    for (int c = 0; c < COLUMNS; c++)
      b->heat += from[r][c];
  return NULL;
}

static void warm_edges(grid g) {
  for (int r = 0; r < ROWS; r++) {
    g[r][0] = 100;
    g[r][COLUMNS - 1] = 50;
  }
}

static void split(struct band *bands, struct plate *p) {
  int inner = ROWS - 2;
  for (int i = 0; i < BANDS; i++) {
    bands[i].plate = p;
    bands[i].first = 1 + inner * i / BANDS;
    bands[i].last = 1 + inner * (i + 1) / BANDS;
    bands[i].heat = 0;
  }
}

int main(void) {
  static struct band bands[BANDS];
  double heat = 0;
  warm_edges(plate.a);
  warm_edges(plate.b);
  split(bands, &plate);
  pthread_barrier_init(&plate.step_done, NULL, BANDS);
  for (int i = 0; i < BANDS; i++)
    if (pthread_create(&bands[i].thread, NULL, run_band, &bands[i]) != 0)
      return 1;
  for (int i = 0; i < BANDS; i++) {
    pthread_join(bands[i].thread, NULL);
    heat += bands[i].heat;
  }
  pthread_barrier_destroy(&plate.step_done);
  printf("%.3f\n", heat);
  return 0;
}
