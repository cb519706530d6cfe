// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Before the thread runs main needs no lock, later it takes it. Both go through one helper.
#include <mutex>
#include <thread>

static std::mutex mu;
static long n;

static void bump() { ++n; }

static void locked() {
  std::lock_guard<std::mutex> lock(mu);
  bump();
}

int main() {
  bump();
  std::thread worker(locked);
  locked();
  worker.join();
  return n == 3 ? 0 : 1;
}
