// The handler reads a position of two words which the main loop may have half
// written.
#include <csignal>

struct Position {
  long file;
  long offset;
};

static Position position;
static volatile std::sig_atomic_t seenOffset;

static void onUser(int) {
  seenOffset = static_cast<int>(position.file + position.offset); // RACE
}

static void advance(long file, long offset) {
  position.file = file;     // RACE
  position.offset = offset; // RACE
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
