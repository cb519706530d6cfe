// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The result is waited for.
#include <future>
int main() {
  int n = 0;
  auto done = std::async(std::launch::async, [&n] { n = 7; });

  done.get();
  return n;
}
