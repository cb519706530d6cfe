// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The second lock is only tried, and the first one given back if that fails.
#include <mutex>
#include <thread>
static std::mutex ledger, audit;

static void post() {
  std::lock_guard<std::mutex> a(ledger);
  std::lock_guard<std::mutex> b(audit);
}
static void review() {
  for (;;) {
    std::unique_lock<std::mutex> a(audit);
    std::unique_lock<std::mutex> b(ledger, std::try_to_lock);
    if (b.owns_lock())
      return;
    a.unlock();
    std::this_thread::yield();
  }
}
int main() {
  std::thread first(post), second(review);
  first.join();
  second.join();
}
