// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// One each.
#include <fearless/annotations.h>
#include <thread>
class FEARLESS_NOT_SYNC Meter {
public:
  void add() { ++Count; }

private:
  int Count = 0;
};
int main() {
  Meter M, N;
  std::thread Other([&] { M.add(); });
  N.add();
  Other.join();
}
