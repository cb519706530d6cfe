// The main loop blocks the signal while it writes the position that the handler
// reads.
#include <csignal>

struct Position {
  long file;
  long offset;
};

static Position position;
static volatile std::sig_atomic_t seenOffset;

static void onUser(int) {
  seenOffset = static_cast<int>(position.file + position.offset);
}

static void advance(long file, long offset) {
  sigset_t block, before;
  sigemptyset(&block);
  sigaddset(&block, SIGUSR1);
  sigprocmask(SIG_BLOCK, &block, &before);
  position.file = file;
  position.offset = offset;
  sigprocmask(SIG_SETMASK, &before, nullptr);
}

int main() {
  std::signal(SIGUSR1, onUser);
  for (long i = 0; i < 100; ++i) {
    advance(i, 2 * i);
    if (i % 10 == 0)
      std::raise(SIGUSR1);
  }
  return seenOffset == 270 ? 0 : 1;
}
