#include "audit.h"

#include "ledger.h"

void AuditLog::record(AuditEntry entry) {
  std::lock_guard<std::mutex> lock(mu_);
  entries_.push_back(entry);
}

bool AuditLog::reconcile(const Ledger &ledger, long deposits) {
  std::lock_guard<std::mutex> lock(mu_);
  long withdrawn = 0;
  for (const AuditEntry &entry : entries_)
    if (entry.kind == AuditEntry::Withdrawal)
      withdrawn += entry.cents;
  return ledger.total() == deposits - withdrawn;
}

std::size_t AuditLog::size() const {
  std::lock_guard<std::mutex> lock(mu_);
  return entries_.size();
}
