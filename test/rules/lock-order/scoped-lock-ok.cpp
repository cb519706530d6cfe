// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// std::scoped_lock and std::lock take several locks in any order.
#include <mutex>
#include <thread>
static std::mutex ledger, audit;

static void post() { std::scoped_lock both(ledger, audit); }
static void review() { std::scoped_lock both(audit, ledger); }
static void adopt() {
  std::lock(audit, ledger);
  std::lock_guard<std::mutex> a(audit, std::adopt_lock);
  std::lock_guard<std::mutex> b(ledger, std::adopt_lock);
}
int main() {
  std::thread first(post), second(review), third(adopt);
  first.join();
  second.join();
  third.join();
}
