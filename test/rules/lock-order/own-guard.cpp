// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Guards of the user's own over a pointer.
#include <mutex>
#include <thread>
class Hold {
public:
  explicit Hold(std::mutex *mu) : mu_(mu) { mu_->lock(); }
  ~Hold() { mu_->unlock(); }

private:
  std::mutex *mu_;
};
static std::mutex ledger, audit;

static void post() {
  Hold a(&ledger);
  Hold b(&audit);
}
static void review() {
  Hold a(&audit);
  Hold b(&ledger);
}
int main() {
  std::thread first(post), second(review);
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}own-guard.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'ledger' and 'audit' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}own-guard.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'post' calls 'Hold::Hold', which locks 'ledger' ...{{$}}
// CHECK: {{^}}{{.*}}own-guard.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Hold::Hold' ...{{$}}
// CHECK: {{^}}{{.*}}own-guard.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: ... which locks 'audit' here ('ledger' before 'audit'){{$}}
// CHECK: {{^}}{{.*}}own-guard.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: 'review' calls 'Hold::Hold', which locks 'audit' ...{{$}}
// CHECK: {{^}}{{.*}}own-guard.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Hold::Hold' ...{{$}}
// CHECK: {{^}}{{.*}}own-guard.cpp:[[#@LINE-28]]:{{[0-9]+}}: note: ... which locks 'ledger' here ('audit' before 'ledger'){{$}}
// CHECK: {{^}}{{.*}}own-guard.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}own-guard.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}own-guard.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: call 'Hold::Hold' after 'audit' is released, or take the locks in one order everywhere{{$}}
