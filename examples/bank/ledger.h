#pragma once

#include <map>
#include <mutex>
#include <vector>

class AuditLog;

/// The accounts of one branch, in cents.
class Ledger {
public:
  explicit Ledger(AuditLog &audit) : audit_(audit) {}

  void open(int account, long cents);
  long balance(int account) const;
  bool withdraw(int account, long cents);
  bool transfer(int from, int to, long cents);
  void close(int account, int successor);

  /// All balances added up.
  long total() const;

private:
  AuditLog &audit_;
  mutable std::mutex mu_;
  std::map<int, long> balances_;
  std::vector<int> closed_;
};
