// Locked and unlocked by hand: the exception leaves the lock held, and the next
// thread waits for ever.
#include <mutex>
#include <stdexcept>
#include <vector>

class Ledger {
public:
  void enter(int amount) {
    mutex_.lock();
    entries_.push_back(amount);
    if (amount < 0)
      throw std::invalid_argument("below zero"); // reported: lock-leak
    sum_ += amount;
    mutex_.unlock();
  }

private:
  std::mutex mutex_;
  std::vector<int> entries_;
  int sum_ = 0;
};

int main() {
  Ledger ledger;
  ledger.enter(7);
}
