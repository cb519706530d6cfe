// Accounts that many threads use. What belongs together is in one lock, and a
// transfer holds those of both.
#include <fearless/mutex.h>
#include <fearless/scope.h>
#include <fearless/with_all.h>

#include <array>
#include <cstddef>

using fearless::Mutex;
using fearless::Scope;

class Account {
public:
  explicit Account(long balance) : state_(State{balance, 0}) {}

  long balance() const { return state_.lock()->balance; }

  /// False, and nothing changes, if there is not enough.
  static bool transfer(const Account &from, const Account &to, long amount) {
    return fearless::with_all(
        [amount](State &from, State &to) {
          if (from.balance < amount)
            return false;
          from.balance -= amount;
          to.balance += amount;
          ++from.transfers;
          ++to.transfers;
          return true;
        },
        from.state_, to.state_);
  }

private:
  struct State {
    long balance;
    int transfers;
  };
  Mutex<State> state_;
};

int main() {
  const std::array<Account, 3> accounts{Account(100), Account(100),
                                        Account(100)};
  fearless::scope([&](Scope &scope) {
    for (std::size_t i = 0; i < 3; ++i)
      scope.spawn([&accounts, i] {
        for (long n = 0; n < 1000; ++n)
          Account::transfer(accounts[i], accounts[(i + 1 + n % 2) % 3], n % 90);
      });
  });
  long sum = 0;
  for (const Account &account : accounts) {
    if (account.balance() < 0)
      return 1;
    sum += account.balance();
  }
  return sum == 300 ? 0 : 1;
}
