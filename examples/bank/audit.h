#pragma once

#include <cstddef>
#include <mutex>
#include <vector>

class Ledger;

struct AuditEntry {
  enum Kind { Withdrawal, Transfer } kind;
  int account;
  long cents;
};

/// What happened, in order, for the auditors.
class AuditLog {
public:
  void record(AuditEntry entry);

  /// True when the ledger still holds what came in less what went out.
  bool reconcile(const Ledger &ledger, long deposits);

  std::size_t size() const;

private:
  mutable std::mutex mu_;
  std::vector<AuditEntry> entries_;
};
