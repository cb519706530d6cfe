// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Every lock of the wrapper is given back by the time main ends.
#include <mutex>
class Spin {
public:
  void lock() { mu_.lock(); }
  void unlock() { mu_.unlock(); }

private:
  std::mutex mu_;
};
static Spin spin;
static int count;

static void begin() { spin.lock(); }

static void reset() {
  begin();
  count = 0;
  spin.unlock();
}

int main() { reset(); }

// CHECK: 0 findings
