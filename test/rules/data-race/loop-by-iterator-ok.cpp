// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// One after the other.
#include <thread>
#include <vector>
static std::vector<int> Data(4);
static void add() {
  for (auto It = Data.begin(); It != Data.end(); ++It)
    *It += 1;
}
int main() {
  std::thread One(add);
  One.join();
  std::thread Two(add);
  Two.join();
}
