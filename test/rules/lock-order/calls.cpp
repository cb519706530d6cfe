// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each class calls into the other one with its own lock held.
#include <mutex>
#include <thread>
class Bank;
class Teller {
public:
  void serve(Bank &bank);
  void close() {
    std::lock_guard<std::mutex> hold(mu_);
    open_ = false;
  }

private:
  std::mutex mu_;
  bool open_ = true;
};
class Bank {
public:
  void deposit(int n) {
    std::lock_guard<std::mutex> hold(mu_);
    total_ += n;
  }
  void shut(Teller &t) {
    std::lock_guard<std::mutex> hold(mu_);
    t.close();
  }

private:
  std::mutex mu_;
  int total_ = 0;
};
void Teller::serve(Bank &bank) {
  std::lock_guard<std::mutex> hold(mu_);
  bank.deposit(1);
}
static Bank bank;
static Teller teller;
int main() {
  std::thread first([] { teller.serve(bank); });
  std::thread second([] { bank.shut(teller); });
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'Bank::mu_' and 'Teller::mu_' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'Bank::shut' locks 'Bank::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Teller::close' ...{{$}}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-39]]:{{[0-9]+}}: note: ... which locks 'Teller::mu_' here ('Bank::mu_' before 'Teller::mu_'){{$}}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'Teller::serve' locks 'Teller::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Bank::deposit' ...{{$}}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-31]]:{{[0-9]+}}: note: ... which locks 'Bank::mu_' here ('Teller::mu_' before 'Bank::mu_'){{$}}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}calls.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: call 'Bank::deposit' after 'Teller::mu_' is released, or take the locks in one order everywhere{{$}}
