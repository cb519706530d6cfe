// RUN: %fearless check --strict %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The call comes behind the scope of the guard.
#include <mutex>
struct __attribute__((capability("mutex"))) Mutex {
  void lock() { impl.lock(); }
  void unlock() { impl.unlock(); }
  std::mutex impl;
};
class Ledger {
public:
  void post() {
    std::lock_guard<Mutex> hold(mu_);
    ++entries_;
  }
  void close();
  Mutex audit_;
  Mutex mu_ __attribute__((acquired_before(audit_)));
  int entries_ = 0;
};
static void repost(Ledger &l) { l.post(); }
void Ledger::close() {
  { std::lock_guard<Mutex> hold(audit_); }
  repost(*this);
}
