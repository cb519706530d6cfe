// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A destructor that may throw, and does so with the lock held: but not while an
// exception passes, which would end the program.
#include <mutex>
#include <stdexcept>
static std::mutex lock;
static int open;
class Transaction {
public:
  Transaction() { lock.lock(); }
  ~Transaction() noexcept(false) {
    lock.unlock();
    if (open)
      throw std::runtime_error("still open");
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

// CHECK: 0 findings
