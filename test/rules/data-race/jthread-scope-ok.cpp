// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What comes after the scope comes after the thread.
#include <thread>
int main() {
  int n = 0;
  {
    std::jthread t([&n] { n += 1; });
  }
  n += 2;
  return n;
}
