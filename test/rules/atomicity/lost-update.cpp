// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A value read under one hold is written back under another.
#include <mutex>
#include <thread>

class Account {
public:
  void addInterest(long Percent) {
    long Before;
    {
      std::lock_guard<std::mutex> Guard(Mu);
      Before = Balance;
    }
    long After = Before + Before * Percent / 100;
    std::lock_guard<std::mutex> Guard(Mu);
    Balance = After;
  }

private:
  std::mutex Mu;
  long Balance = 0;
};

int main() {
  Account Savings;
  std::thread First([&] { Savings.addInterest(2); });
  std::thread Second([&] { Savings.addInterest(3); });
  First.join();
  Second.join();
}

// CHECK: {{^}}{{.*}}lost-update.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: 'Account::Balance' is written back from a value that was read before, and loses what another thread writes while 'Account::Mu' is released [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}lost-update.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'Account::addInterest' locks 'Account::Mu' here{{$}}
// CHECK: {{^}}{{.*}}lost-update.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'Account::addInterest' reads 'Account::Balance' here{{$}}
// CHECK: {{^}}{{.*}}lost-update.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'Account::Mu' is released here{{$}}
// CHECK: {{^}}{{.*}}lost-update.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'Account::addInterest' locks 'Account::Mu' here{{$}}
// CHECK: {{^}}{{.*}}lost-update.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'Account::addInterest' writes 'Account::Balance' here{{$}}
// CHECK: {{^}}{{.*}}lost-update.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'Account::addInterest'{{$}}
// CHECK: {{^}}{{.*}}lost-update.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: it writes 'Account::Balance' here under a hold of 'Account::Mu' of its own{{$}}
// CHECK: {{^}}{{.*}}lost-update.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: keep 'Account::Mu' from the read to the write, or look at 'Account::Balance' again under the second hold{{$}}
