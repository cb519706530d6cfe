#include "branch.h"

Account &Branch::open(const std::string &owner, long cents) {
  std::unique_lock<std::shared_mutex> lock(mu_);
  int id = nextId_++;
  auto &slot = accounts_[id];
  slot = std::make_unique<Account>(id, owner, cents);
  return *slot;
}

Account *Branch::find(int id) const {
  std::shared_lock<std::shared_mutex> lock(mu_);
  auto found = accounts_.find(id);
  return found == accounts_.end() ? nullptr : found->second.get();
}

long Branch::total() const {
  std::shared_lock<std::shared_mutex> lock(mu_);
  long sum = 0;
  for (const auto &[id, account] : accounts_)
    sum += account->balance();
  return sum;
}

std::vector<int> Branch::ids() const {
  std::shared_lock<std::shared_mutex> lock(mu_);
  std::vector<int> ids;
  for (const auto &entry : accounts_)
    ids.push_back(entry.first);
  return ids;
}

long Branch::payInterest(double rate) {
  long paid = 0;
  std::shared_lock<std::shared_mutex> lock(mu_);
  for (const auto &[id, account] : accounts_) {
    long cents = static_cast<long>(account->balance() * rate);
    account->deposit(cents);
    paid += cents;
  }
  return paid;
}
