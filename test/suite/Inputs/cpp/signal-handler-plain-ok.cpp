// The signal handler changes a lock-free atomic counter.
#include <atomic>
#include <csignal>
#include <unistd.h>

static std::atomic<int> interrupts{0};
static_assert(std::atomic<int>::is_always_lock_free);

static void onSignal(int) { ++interrupts; }

int main() {
  struct sigaction action = {};
  action.sa_handler = onSignal;
  sigaction(SIGALRM, &action, nullptr);
  ualarm(1000, 0);
  int handled = 0;
  while (handled < 1) {
    handled += interrupts.exchange(0);
    usleep(100);
  }
  return handled == 1 ? 0 : 1;
}
