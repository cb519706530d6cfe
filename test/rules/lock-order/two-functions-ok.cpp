// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>
static std::mutex ledger, audit;

static void post() {
  std::lock_guard<std::mutex> a(ledger);
  std::lock_guard<std::mutex> b(audit);
}
static void review() {
  std::lock_guard<std::mutex> a(ledger);
  std::lock_guard<std::mutex> b(audit);
}
int main() {
  std::thread first(post), second(review);
  first.join();
  second.join();
}
