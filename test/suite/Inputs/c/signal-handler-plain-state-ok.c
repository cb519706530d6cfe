// The timer's handler only sets a volatile sig_atomic_t, and main changes the struct itself.
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>

struct window {
  int columns, rows;
};

static struct window window = {80, 24};
static volatile sig_atomic_t resized;

static void on_timer(int sig) {
  (void)sig;
  resized = 1;
}

int main(void) {
  struct sigaction sa = {.sa_handler = on_timer};
  struct itimerval soon = {.it_value = {.tv_sec = 0, .tv_usec = 1000}};
  sigemptyset(&sa.sa_mask);
  sigaction(SIGALRM, &sa, NULL);
  setitimer(ITIMER_REAL, &soon, NULL);
  long area = 0;
  for (int i = 0; i < 1000000; i++) {
    if (resized) {
      window.columns = 132;
      window.rows = 50;
      resized = 0;
    }
    area += (long)window.columns * window.rows;
  }
  printf("%ld\n", area);
  return 0;
}
