// RUN: %fearless check --strict %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A count that is atomic.
#include <memory>
#include <thread>
#include <utility>
int main() {
  auto R = std::make_shared<const int>(1);
  std::thread Other([R = std::move(R)] { return *R; });
  Other.join();
}
