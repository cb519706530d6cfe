// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The call into the other class comes after the critical section.
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
    {
      std::lock_guard<std::mutex> hold(mu_);
      total_ = 0;
    }
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
