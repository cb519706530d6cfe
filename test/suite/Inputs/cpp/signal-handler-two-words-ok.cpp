// The main loop blocks the timer's signal while it writes the position that the
// handler reads.
#include <csignal>
#include <unistd.h>

struct Position {
  long file;
  long offset;
};

static Position position;
static volatile std::sig_atomic_t torn = 0;

static void onAlarm(int) {
  if (position.offset != 2 * position.file)
    torn = 1;
}

static void advance(long file) {
  sigset_t block, before;
  sigemptyset(&block);
  sigaddset(&block, SIGALRM);
  sigprocmask(SIG_BLOCK, &block, &before);
  position.file = file;
  position.offset = 2 * file;
  sigprocmask(SIG_SETMASK, &before, nullptr);
}

int main() {
  std::signal(SIGALRM, onAlarm);
  ualarm(500, 500);
  for (long i = 0; i < 20000; ++i)
    advance(i);
  ualarm(0, 0);
  return torn;
}
