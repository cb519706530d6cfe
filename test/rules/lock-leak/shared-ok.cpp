// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <shared_mutex>
static std::shared_mutex mu;
static int n;

int get(int least) {
  mu.lock_shared();
  int seen = n;
  mu.unlock_shared();
  return seen < least ? -1 : seen;
}
