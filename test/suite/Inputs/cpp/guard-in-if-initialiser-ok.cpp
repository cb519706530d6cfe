// The guard of the if statement covers both of its branches.
#include <mutex>
#include <thread>

static std::mutex lock;
static int free_ = 10;
static int waiting = 0;

static void arrive() {
  if (std::lock_guard<std::mutex> hold(lock); free_ > 0) {
    --free_;
  } else {
    ++waiting;
  }
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
