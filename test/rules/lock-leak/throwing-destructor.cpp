// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A destructor that throws before it gives the lock back.
#include <mutex>
#include <stdexcept>
static std::mutex lock;
static int open;
class Transaction {
public:
  Transaction() { lock.lock(); }
  ~Transaction() noexcept(false) {
    if (open)
      throw std::runtime_error("still open");
    lock.unlock();
  }
};
static void work() {
  if (open > 10)
    throw std::logic_error("too many");
}
int main() {
  Transaction outer;
  work();
}

// CHECK: {{^}}{{.*}}throwing-destructor.cpp:[[#@LINE-2]]:{{[0-9]+}}: warning: 'lock' is still locked when an exception leaves 'main' from here [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}throwing-destructor.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: 'main' calls 'Transaction::Transaction', which locks 'lock'{{$}}
// CHECK: {{^}}{{.*}}throwing-destructor.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}throwing-destructor.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: unlock 'lock' on this path too, or hold it with a std::lock_guard{{$}}
