// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The second thread starts after the first one has ended.
#include <mutex>
#include <thread>
static std::mutex ledger, audit;

static void post() {
  std::lock_guard<std::mutex> a(ledger);
  std::lock_guard<std::mutex> b(audit);
}
static void review() {
  std::lock_guard<std::mutex> a(audit);
  std::lock_guard<std::mutex> b(ledger);
}
int main() {
  std::thread first(post);
  first.join();
  std::thread second(review);
  second.join();
}
