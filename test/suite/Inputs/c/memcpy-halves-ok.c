// Two threads copy into disjoint halves of one destination with memcpy.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#define RECORDS 100
struct record {
  int id;
  char tag[12];
};

static struct record source[RECORDS];
static struct record target[RECORDS];

static void *copy_front(void *unused) {
  (void)unused;
  memcpy(target, source, RECORDS / 2 * sizeof target[0]);
  return NULL;
}

static void *copy_back(void *unused) {
  (void)unused;
  memcpy(target + RECORDS / 2, source + RECORDS / 2, RECORDS / 2 * sizeof target[0]);
  return NULL;
}

int main(void) {
  for (int i = 0; i < RECORDS; i++)
    source[i].id = i;
  pthread_t a, b;
  pthread_create(&a, NULL, copy_front, NULL);
  pthread_create(&b, NULL, copy_back, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", target[RECORDS / 2 - 1].id);
  return 0;
}
