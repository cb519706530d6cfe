// The account is looked up under the map's lock, and its balance changed under
// the account's own lock.
#include <map>
#include <mutex>
#include <string>
#include <thread>

struct Account {
  std::mutex lock;
  long balance = 0;
};

class Bank {
public:
  void deposit(const std::string &owner, long amount) {
    Account *account;
    {
      std::lock_guard<std::mutex> hold(lock);
      account = &accounts[owner];
    }
    // Accounts are never removed and map nodes never move.
    std::lock_guard<std::mutex> hold(account->lock);
    account->balance += amount;
  }

private:
  std::mutex lock;
  std::map<std::string, Account> accounts;
};

int main() {
  Bank bank;
  std::thread payroll([&bank] {
    for (int i = 0; i < 30; ++i)
      bank.deposit("alice", 10);
  });
  for (int i = 0; i < 30; ++i)
    bank.deposit(i % 2 ? "alice" : "bob", 1);
  payroll.join();
}
