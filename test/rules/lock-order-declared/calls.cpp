// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The lock that is declared to come first is taken by a callee of a callee.
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
  std::lock_guard<Mutex> hold(audit_);
  repost(*this);
}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-2]]:3: warning: 'Ledger::mu_' is locked while 'Ledger::audit_' is held, but is declared to be locked first [fearless-lock-order-declared]{{$}}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-4]]:26: note: 'Ledger::close' locks 'Ledger::audit_' here ...{{$}}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-4]]:3: note: ... and, still holding it, calls 'repost' ...{{$}}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-8]]:35: note: ... which calls 'Ledger::post' ...{{$}}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-17]]:28: note: ... which locks 'Ledger::mu_' here{{$}}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-13]]:9: note: 'Ledger::mu_' is declared to be locked before 'Ledger::audit_' here{{$}}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-8]]:3: note: call 'repost' after 'Ledger::audit_' is released, or lock 'Ledger::mu_' before 'Ledger::audit_'{{$}}
