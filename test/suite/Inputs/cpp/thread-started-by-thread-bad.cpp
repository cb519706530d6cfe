// The outer thread starts an inner one and detaches it: joining the outer does
// not wait for the inner.
#include <atomic>
#include <thread>

static int depthReached = 0;
static std::atomic<bool> innerDone{false};

static void inner() {
  depthReached = 2; // RACE
  innerDone = true;
}

static void outer() {
  depthReached = 1;
  std::thread nested(inner);
  nested.detach();
}

int main() {
  std::thread first(outer);
  first.join();
  int reached = depthReached; // RACE
  while (!innerDone)
    std::this_thread::yield();
  return reached == 2 ? 0 : 1;
}
