// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Handlers are no threads: one signal is handled at a time, and what only they
// use is theirs. A handler that ends the program takes its leave.
#include <atomic>
#include <csignal>
#include <cstdlib>

static std::atomic<int> received{0};
static int last;
static long work;

static void note(int number) {
  last = number;
  ++received;
}
static void alsoNote(int number) { last = -number; }
static void crash(int) {
  work = 0;
  std::_Exit(1);
}

int main() {
  std::signal(SIGINT, note);
  std::signal(SIGTERM, alsoNote);
  std::signal(SIGUSR1, SIG_IGN);
  std::signal(SIGSEGV, crash);
  while (received < 3)
    ++work;
  return 0;
}
