// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Readers only: nobody ever waits.
#include <mutex>
#include <shared_mutex>
#include <thread>
static std::shared_mutex ledger, audit;

static void post() {
  std::shared_lock<std::shared_mutex> a(ledger);
  std::shared_lock<std::shared_mutex> b(audit);
}
static void review() {
  std::shared_lock<std::shared_mutex> a(audit);
  std::shared_lock<std::shared_mutex> b(ledger);
}
int main() {
  std::thread first(post), second(review);
  first.join();
  second.join();
}
