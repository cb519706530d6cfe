// The outer thread joins the inner one, so joining the outer waits for both.
#include <atomic>
#include <thread>

static int depthReached = 0;
static std::atomic<bool> innerDone{false};

static void inner() { depthReached = 2; }

static void outer() {
  depthReached = 1;
  std::thread nested(inner);
  nested.join();
  innerDone = true;
}

int main() {
  std::thread first(outer);
  first.join();
  int reached = depthReached;
  while (!innerDone)
    std::this_thread::yield();
  return reached == 2 ? 0 : 1;
}
