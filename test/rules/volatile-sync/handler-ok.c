// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What volatile sig_atomic_t is for: a handler and the thread that it interrupts.
#include <pthread.h>
#include <signal.h>

static volatile sig_atomic_t interrupted;

static void on_signal(int number) { interrupted = number; }

static void *work(void *arg) { return arg; }

int main(void) {
  signal(SIGINT, on_signal);
  pthread_t worker;
  pthread_create(&worker, 0, work, 0);
  while (!interrupted)
    ;
  pthread_join(worker, 0);
}
