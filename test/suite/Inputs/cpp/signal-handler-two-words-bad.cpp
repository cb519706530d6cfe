// The timer's handler reads a position of two words which the main loop may
// have half written.
#include <csignal>
#include <unistd.h>

struct Position {
  long file;
  long offset;
};

static Position position;
static volatile std::sig_atomic_t torn = 0;

static void onAlarm(int) {
  if (position.offset != 2 * position.file) // RACE
    torn = 1;
}

static void advance(long file) {
  position.file = file;       // RACE
  position.offset = 2 * file; // RACE
}

int main() {
  std::signal(SIGALRM, onAlarm);
  ualarm(500, 500);
  for (long i = 0; i < 20000; ++i)
    advance(i);
  ualarm(0, 0);
  return torn;
}
