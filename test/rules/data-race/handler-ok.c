// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The handler sets a flag of the type that is made for it, what it tells is
// done by the loop; before the handler is there, nothing interrupts; and where
// its signal is blocked, it may look at more.
#include <signal.h>

struct size {
  int columns, rows;
};
static struct size size;
static volatile sig_atomic_t resized;
static int largest;

static void on_resize(int number) {
  resized = number;
  if (size.columns > largest)
    resized = 2;
}

static void measure(int columns) {
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGWINCH);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  size.columns = columns;
  size.rows = 2 * columns;
  sigprocmask(SIG_SETMASK, &before, 0);
}

int main(void) {
  struct sigaction action;
  sigset_t none;
  largest = 100;
  sigemptyset(&none);
  action.sa_handler = on_resize;
  action.sa_flags = 0;
  action.sa_mask = none;
  sigaction(SIGWINCH, &action, 0);
  for (int i = 0; i < 1000; ++i)
    if (resized) {
      measure(i);
      resized = 0;
    }
  return size.columns;
}
