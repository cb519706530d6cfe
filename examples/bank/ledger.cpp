#include "ledger.h"

#include "audit.h"

void Ledger::open(int account, long cents) {
  std::lock_guard<std::mutex> lock(mu_);
  balances_[account] = cents;
}

long Ledger::balance(int account) const {
  std::lock_guard<std::mutex> lock(mu_);
  auto found = balances_.find(account);
  return found == balances_.end() ? 0 : found->second;
}

bool Ledger::withdraw(int account, long cents) {
  mu_.lock();
  auto found = balances_.find(account);
  if (found == balances_.end() || found->second < cents)
    return false;
  found->second -= cents;
  mu_.unlock();
  audit_.record({AuditEntry::Withdrawal, account, cents});
  return true;
}

bool Ledger::transfer(int from, int to, long cents) {
  std::lock_guard<std::mutex> lock(mu_);
  if (balances_[from] < cents)
    return false;
  balances_[from] -= cents;
  balances_[to] += cents;
  audit_.record({AuditEntry::Transfer, from, cents});
  return true;
}

void Ledger::close(int account, int successor) {
  std::lock_guard<std::mutex> lock(mu_);
  if (long rest = balance(account); rest > 0)
    balances_[successor] += rest;
  balances_.erase(account);
  closed_.push_back(account);
}

long Ledger::total() const {
  std::lock_guard<std::mutex> lock(mu_);
  long sum = 0;
  for (const auto &[account, cents] : balances_)
    sum += cents;
  return sum;
}
