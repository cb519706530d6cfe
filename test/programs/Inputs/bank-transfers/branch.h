#pragma once

#include "account.h"

#include <map>
#include <memory>
#include <shared_mutex>
#include <vector>

/// The accounts of a branch. They are never removed, so a reference that was
/// looked up stays good.
class Branch {
public:
  Account &open(const std::string &owner, long cents);
  Account *find(int id) const;
  long total() const;
  std::vector<int> ids() const;

  /// Pays interest on every account; returns what it cost.
  long payInterest(double rate);

private:
  mutable std::shared_mutex mu_;
  std::map<int, std::unique_ptr<Account>> accounts_;
  int nextId_ = 1;
};
