// The timer's handler changes the plain struct that main is reading and may interrupt it between the two members.
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>

struct window {
  int columns, rows;
};

static struct window window = {80, 24};

static void on_timer(int sig) {
  (void)sig;
  window.columns = 132; // RACE
  window.rows = 50; // RACE
}

int main(void) {
  struct sigaction sa = {.sa_handler = on_timer};
  struct itimerval soon = {.it_value = {.tv_sec = 0, .tv_usec = 1000}};
  sigemptyset(&sa.sa_mask);
  sigaction(SIGALRM, &sa, NULL);
  setitimer(ITIMER_REAL, &soon, NULL);
  long area = 0;
  for (int i = 0; i < 1000000; i++) {
    area += (long)window.columns * window.rows; // RACE
  }
  printf("%ld\n", area);
  return 0;
}
