// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What the child of a fork installs interrupts the child, not the parent; and a
// handler for a crash, or one whose signal is no constant, is not followed; nor
// is what others install where the default is restored.
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static int purpose, reports;

static void stop(int number) { _exit(number + purpose); }
static void give_up(int number) { purpose = number; }
static void report(int number) { reports = number; }

static void prepare_child(void) { signal(SIGUSR1, give_up); }

static void forget(void) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  action.sa_handler = SIG_DFL;
  sigaction(SIGTERM, &action, 0);
}

static void arm(void) {
  struct sigaction action = {.sa_handler = stop};
  sigaction(SIGTERM, &action, 0);
}

int main(void) {
  static const int crashes[] = {SIGSEGV, SIGBUS};
  for (int i = 0; i < 2; ++i)
    signal(crashes[i], report);
  signal(SIGABRT, report);
  pid_t child = fork();
  if (child == 0) {
    prepare_child();
    arm();
    pause();
    _exit(0);
  }
  forget();
  purpose = 1;
  reports = 2;
  return purpose + reports;
}
