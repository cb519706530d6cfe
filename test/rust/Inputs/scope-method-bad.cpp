// A method that changes its object runs in two threads.
#include <cstdio>
#include <thread>

struct Account {
  long balance = 0;
  void deposit(long amount) { balance += amount; } // ERROR-ALSO
};

int main() {
  Account account;
  {
    std::jthread worker([&] { account.deposit(1); }); // ERROR-ALSO
    account.deposit(2); // ERROR
  }
  std::printf("%ld\n", account.balance);
}
