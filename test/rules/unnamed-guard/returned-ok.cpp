// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A function returns a guard, and the caller keeps it.
#include <mutex>
class Roster {
public:
  std::unique_lock<std::mutex> locked() {
    return std::unique_lock<std::mutex>(mu_);
  }
  int size = 0;

private:
  std::mutex mu_;
};

void enlist(Roster &roster) {
  auto lock = roster.locked();
  ++roster.size;
}

// CHECK: 0 findings
