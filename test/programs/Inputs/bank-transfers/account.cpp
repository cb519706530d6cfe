#include "account.h"

#include "audit.h"

long Account::balance() const {
  std::lock_guard<std::mutex> lock(mu_);
  return cents_;
}

void Account::deposit(long cents) {
  {
    std::lock_guard<std::mutex> lock(mu_);
    cents_ += cents;
  }
  audit::note(id_, cents);
}

bool Account::withdraw(long cents) {
  mu_.lock();
  if (frozen_ || cents_ < cents) {
    mu_.unlock();
    audit::refuse();
    return false;
  }
  cents_ -= cents;
  mu_.unlock();
  audit::note(id_, -cents);
  return true;
}

void Account::freeze() {
  std::lock_guard<std::mutex> lock(mu_);
  frozen_ = true;
  audit::note(id_, 0);
}

bool Account::transfer(Account &from, Account &to, long cents) {
  if (&from == &to)
    return true;
  std::scoped_lock lock(from.mu_, to.mu_);
  return moveLocked(from, to, cents);
}

bool Account::transferOrdered(Account &from, Account &to, long cents) {
  if (from.id_ == to.id_)
    return true;
  Account &low = from.id_ < to.id_ ? from : to;
  Account &high = from.id_ < to.id_ ? to : from;
  std::lock_guard<std::mutex> first(low.mu_);
  std::lock_guard<std::mutex> second(high.mu_);
  return moveLocked(from, to, cents);
}

bool Account::moveLocked(Account &from, Account &to, long cents) {
  if (from.frozen_ || to.frozen_ || from.cents_ < cents)
    return false;
  from.cents_ -= cents;
  to.cents_ += cents;
  audit::note(from.id_, -cents);
  audit::note(to.id_, cents);
  return true;
}
