// The comparator given to qsort reads the sort direction from a global, which each thread sets for its own sort.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static int direction = 1;

static int compare(const void *a, const void *b) {
  int x = *(const int *)a, y = *(const int *)b;
  return direction * ((x > y) - (x < y)); // RACE
}

struct request {
  int direction;
  int values[64];
};

static void *sort(void *arg) {
  struct request *r = arg;
  direction = r->direction; // RACE
  qsort(r->values, 64, sizeof r->values[0], compare);
  return NULL;
}

int main(void) {
  static struct request up = {.direction = 1}, down = {.direction = -1};
  for (int i = 0; i < 64; i++)
    up.values[i] = down.values[i] = i * 37 % 64;
  pthread_t a, b;
  pthread_create(&a, NULL, sort, &up);
  pthread_create(&b, NULL, sort, &down);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d %d\n", up.values[0], down.values[0]);
  return 0;
}
