// The lock word is tested and set in two steps, so two threads can both get the
// lock.
#include <atomic>
#include <thread>

static std::atomic<bool> busy{false};
static int inside = 0;

static void enter() {
  for (;;) {
    if (!busy.load()) { // RACE
      busy.store(true); // RACE
      return;
    }
    std::this_thread::yield();
  }
}

static void leave() { busy.store(false); }

static void visit() {
  for (int i = 0; i < 1000; ++i) {
    enter();
    ++inside; // RACE
    leave();
  }
}

int main() {
  std::thread a(visit), b(visit);
  visit();
  a.join();
  b.join();
  return inside <= 3000 ? 0 : 1;
}
