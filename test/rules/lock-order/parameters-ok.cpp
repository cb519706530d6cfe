// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>
static std::mutex ledger, audit;

static void both(std::mutex &outer, std::mutex &inner) {
  std::lock_guard<std::mutex> a(outer);
  std::lock_guard<std::mutex> b(inner);
}
static void post() { both(ledger, audit); }
static void review() { both(ledger, audit); }
int main() {
  std::thread first(post), second(review);
  first.join();
  second.join();
}
