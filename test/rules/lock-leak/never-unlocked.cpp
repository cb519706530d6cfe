// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A method locks and forgets: uniform, so only the end of the thread shows it.
#include <mutex>
#include <thread>
class Account {
public:
  void deposit(int n) {
    mu_.lock();
    balance_ += n;
  }

private:
  std::mutex mu_;
  int balance_ = 0;
};

static Account account;

static void pay() { account.deposit(1); }

int main() {
  std::thread payer(pay);
  payer.join();
}

// CHECK: {{^}}{{.*}}never-unlocked.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: 'Account::mu_' is locked here and still held when the thread ends: nobody else can lock it again [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}never-unlocked.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}never-unlocked.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: 'pay' calls 'Account::deposit' here{{$}}
// CHECK: {{^}}{{.*}}never-unlocked.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: unlock 'Account::mu_' before 'Account::deposit' returns, or hold it with a std::lock_guard{{$}}
