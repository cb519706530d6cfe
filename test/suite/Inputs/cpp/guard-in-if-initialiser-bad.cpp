// The guard lives to the end of the if statement only, and the counter is
// changed after it.
#include <mutex>
#include <thread>

static std::mutex lock;
static int free_ = 10;
static int waiting = 0;

static void arrive() {
  if (std::lock_guard<std::mutex> hold(lock); free_ > 0) {
    --free_;
    return;
  }
  ++waiting; // RACE
}

int main() {
  std::thread a([] {
    for (int i = 0; i < 50; ++i)
      arrive();
  });
  for (int i = 0; i < 50; ++i)
    arrive();
  a.join();
  return waiting == 90 ? 0 : 1;
}
