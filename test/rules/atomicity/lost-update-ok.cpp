// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The same under one hold.
#include <mutex>
#include <thread>

class Account {
public:
  void addInterest(long Percent) {
    std::lock_guard<std::mutex> Guard(Mu);
    long Before = Balance;
    long After = Before + Before * Percent / 100;
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
