// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>

static int n;

static void add() {
  static std::mutex mu;
  std::lock_guard<std::mutex> lock(mu);
  ++n;
}

int main() {
  std::thread other(add);
  add();
  other.join();
}

// CHECK: 0 findings
