// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Member functions of what every thread has one of.
#include <thread>
struct Tally {
  int Count = 0;
  void add() { ++Count; }
};
static thread_local Tally Mine;
int main() {
  std::thread Other([] { Mine.add(); });
  Mine.add();
  Other.join();
}
