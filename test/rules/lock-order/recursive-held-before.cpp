// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A recursive lock that is not held yet is waited for.
#include <mutex>
#include <thread>
class Wallet {
public:
  void refresh();
  void add() {
    std::lock_guard<std::recursive_mutex> hold(lock_);
    ++coins_;
  }
  void spend();

private:
  std::recursive_mutex lock_;
  int coins_ = 0;
};
static std::mutex pool_lock;
static int pool;

static void each_in_pool(Wallet &w) {
  std::lock_guard<std::mutex> hold(pool_lock);
  for (int i = 0; i < pool; ++i)
    w.add();
}
void Wallet::refresh() {
  each_in_pool(*this);
}
void Wallet::spend() {
  std::lock_guard<std::recursive_mutex> hold(lock_);
  --coins_;
  std::lock_guard<std::mutex> hold_pool(pool_lock);
  ++pool;
}
int main() {
  Wallet mine;
  std::thread other([&] { mine.refresh(); });
  mine.spend();
  other.join();
}

// CHECK: {{^}}{{.*}}recursive-held-before.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'Wallet::lock_' and 'pool_lock' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}recursive-held-before.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: 'Wallet::spend' locks 'Wallet::lock_' here ...{{$}}
// CHECK: {{^}}{{.*}}recursive-held-before.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... and, still holding it, locks 'pool_lock' here ('Wallet::lock_' before 'pool_lock'){{$}}
// CHECK: {{^}}{{.*}}recursive-held-before.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: 'each_in_pool' locks 'pool_lock' here ...{{$}}
// CHECK: {{^}}{{.*}}recursive-held-before.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Wallet::add' ...{{$}}
// CHECK: {{^}}{{.*}}recursive-held-before.cpp:[[#@LINE-38]]:{{[0-9]+}}: note: ... which locks 'Wallet::lock_' here ('pool_lock' before 'Wallet::lock_'){{$}}
// CHECK: {{^}}{{.*}}recursive-held-before.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}recursive-held-before.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
