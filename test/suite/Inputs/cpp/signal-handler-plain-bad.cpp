// A signal handler increments a plain counter that the interrupted thread reads
// and resets.
#include <csignal>
#include <unistd.h>

static int interrupts = 0;

static void onSignal(int) {
  ++interrupts; // RACE
}

int main() {
  struct sigaction action = {};
  action.sa_handler = onSignal;
  sigaction(SIGALRM, &action, nullptr);
  ualarm(1000, 0);
  int handled = 0;
  while (handled < 1) {
    handled += interrupts; // RACE
    interrupts = 0;        // RACE
    usleep(100);
  }
  return handled == 1 ? 0 : 1;
}
