// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <thread>
int main() {
  int n = 0;
  std::thread worker([&n] { ++n; });
  worker.join();
  ++n;
  return n;
}
