// RUN: %fearless check --strict %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The same with the declared order on both sides, and one declared both ways.
#include <mutex>
#include <thread>
struct __attribute__((capability("mutex"))) Mutex {
  void lock() { impl.lock(); }
  void unlock() { impl.unlock(); }
  std::mutex impl;
};
Mutex audit;
Mutex ledger __attribute__((acquired_before(audit)));
extern Mutex odd;
Mutex even __attribute__((acquired_before(odd), acquired_after(odd)));
Mutex odd;
void post() {
  std::lock_guard<Mutex> a(ledger);
  std::lock_guard<Mutex> b(audit);
}
void review() {
  std::lock_guard<Mutex> a(ledger);
  std::lock_guard<Mutex> b(audit);
}
void unclear() {
  std::lock_guard<Mutex> a(odd);
  std::lock_guard<Mutex> b(even);
}
int main() {
  std::thread first(post), second(review);
  first.join();
  second.join();
  unclear();
}
