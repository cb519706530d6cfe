// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The caller of a wrapper forgets, not the wrapper.
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

static void add() {
  spin.lock();
  ++count;
  spin.unlock();
}

static void reset() {
  spin.lock();
  count = 0;
}

int main() {
  add();
  reset();
}

// CHECK: {{^}}{{.*}}main-ends.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'spin' is locked here and still held when the program ends: nobody else can lock it again [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}main-ends.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: 'main' calls 'reset' here{{$}}
// CHECK: {{^}}{{.*}}main-ends.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: unlock 'spin' before 'reset' returns, or hold it with a std::lock_guard{{$}}
