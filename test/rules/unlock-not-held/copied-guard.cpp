// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A guard class whose copy is not forbidden: both of them give the lock back.
#include <mutex>
class Hold {
public:
  explicit Hold(std::mutex &mu) : mu_(&mu) { mu_->lock(); }
  ~Hold() { mu_->unlock(); }

private:
  std::mutex *mu_;
};
static std::mutex mu;
static int value;
static void work() {
  Hold first(mu);
  Hold second = first;
  ++value;
}
int main() { work(); }

// CHECK: {{^}}{{.*}}copied-guard.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but it is not held [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}copied-guard.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: it was given back here already{{$}}
// CHECK: {{^}}{{.*}}copied-guard.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: drop this unlock, or lock it before{{$}}
