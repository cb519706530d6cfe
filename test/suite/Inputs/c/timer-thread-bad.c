// The POSIX timer's notification function runs on a thread of its own and counts in a plain variable that main reads.
#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>

static int beats;

static void on_beat(union sigval unused) {
  (void)unused;
  beats++; // RACE
}

int main(void) {
  timer_t timer;
  struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_notify_function = on_beat};
  struct itimerspec every = {{0, 1000000}, {0, 1000000}};
  if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0)
    return 1;
  timer_settime(timer, 0, &every, NULL);
  struct timespec pause = {0, 20000000};
  nanosleep(&pause, NULL);
  timer_delete(timer);
  int seen = beats; // RACE
  printf("%d\n", seen > 0);
  return 0;
}
