// A method that changes its object runs in two threads, under a lock.
#include "rust.h"
#include <cstdio>
#include <thread>

struct Account {
  long balance = 0;
  void deposit(long amount) { balance += amount; }
};

int main() {
  rust::Mutex<Account> account;
  {
    std::jthread worker([&] { account.lock()->deposit(1); });
    account.lock()->deposit(2);
  }
  std::printf("%ld\n", account.lock()->balance);
}
