// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The same method is a wrapper where its callers unlock.
#include <mutex>
#include <thread>
class Account {
public:
  void open(int n) {
    mu_.lock();
    balance_ += n;
  }
  void close() { mu_.unlock(); }

private:
  std::mutex mu_;
  int balance_ = 0;
};

static Account account;

static void pay() {
  account.open(1);
  account.close();
}

int main() {
  std::thread payer(pay);
  payer.join();
}

// CHECK: 0 findings
