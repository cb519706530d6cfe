// Two threads break times down with localtime_r into structs of their own.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static int weekend(time_t when) {
  struct tm tm;
  localtime_r(&when, &tm);
  return tm.tm_wday == 0 || tm.tm_wday == 6;
}

static void *scan_year(void *arg) {
  time_t day = *(time_t *)arg;
  int free_days = 0;
  for (int i = 0; i < 365; i++, day += 86400)
    free_days += weekend(day);
  printf("%d\n", free_days);
  return NULL;
}

int main(void) {
  time_t start[2] = {1700000000, 1800000000};
  pthread_t t[2];
  for (int i = 0; i < 2; i++)
    pthread_create(&t[i], NULL, scan_year, &start[i]);
  for (int i = 0; i < 2; i++)
    pthread_join(t[i], NULL);
  return 0;
}
