// When the timed lock gives up, the update is reported as failed and nothing is
// touched.
#include <chrono>
#include <mutex>
#include <thread>

static std::timed_mutex tableLock;
static int table[4];
static thread_local int timeouts = 0;

static bool update(int row, int value) {
  using namespace std::chrono_literals;
  std::unique_lock<std::timed_mutex> hold(tableLock, 1us);
  if (!hold.owns_lock()) {
    ++timeouts;
    return false;
  }
  table[row] += value;
  return true;
}

static void run() {
  for (int i = 0; i < 2000; ++i)
    update(i % 4, 1);
}

int main() {
  std::thread a(run), b(run), c(run);
  a.join();
  b.join();
  c.join();
  return table[0] > 8000;
}
