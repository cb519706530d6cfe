// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

static std::mutex mu;
static int n;

static void inOptional() {
  std::optional<std::lock_guard<std::mutex>> lock;
  lock.emplace(mu);
  ++n;
}

static void inPointer() {
  auto lock = std::make_unique<std::lock_guard<std::mutex>>(mu);
  ++n;
}

int main() {
  std::thread a(inOptional), b(inPointer);
  a.join();
  b.join();
}

// CHECK: 0 findings
