// The lock beside the data: nothing says that they belong together, and one
// function has forgotten it.
#include <mutex>
#include <thread>

class Account {
public:
  void deposit(long amount) {
    const std::lock_guard hold(mutex_);
    balance_ += amount; // reported: data-race
  }

  bool withdraw(long amount) {
    const std::lock_guard hold(mutex_);
    if (balance_ < amount)
      return false;
    balance_ -= amount;
    return true;
  }

  long balance() const {
    return balance_; // without the lock
  }

private:
  mutable std::mutex mutex_;
  long balance_ = 0;
};

int main() {
  Account account;
  std::jthread saver([&account] { account.deposit(10); });
  return account.balance() > 10 ? 1 : 0;
}
