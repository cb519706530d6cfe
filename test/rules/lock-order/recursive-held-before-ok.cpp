// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Who holds a recursive lock already does not wait for it.
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
  std::lock_guard<std::recursive_mutex> hold(lock_);
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

// CHECK: 0 findings
