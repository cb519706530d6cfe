// An exception in the middle of a change poisons the lock. Nobody works on with
// the half-changed value, until someone has put it right.
#include <fearless/arc.h>
#include <fearless/mutex.h>
#include <fearless/thread.h>

#include <numeric>
#include <stdexcept>
#include <vector>

using fearless::Arc;
using fearless::Mutex;

struct Ledger {
  std::vector<int> entries;
  int sum = 0; // of the entries
};

void enter(const Mutex<Ledger> &ledger, int amount) {
  auto guard = ledger.lock();
  guard->entries.push_back(amount);
  if (amount < 0)
    throw std::invalid_argument("an amount below zero"); // too late
  guard->sum += amount;
}

void put_right(const Mutex<Ledger> &ledger) {
  auto guard = ledger.lock_ignoring_poison();
  std::erase_if(guard->entries, [](int amount) { return amount < 0; });
  guard->sum = std::accumulate(guard->entries.begin(), guard->entries.end(), 0);
  ledger.clear_poison();
}

int sum(const Mutex<Ledger> &ledger) {
  try {
    return ledger.lock()->sum;
  } catch (const fearless::PoisonError &) {
    put_right(ledger);
    return ledger.lock()->sum;
  }
}

int main() {
  const auto ledger = Arc<Mutex<Ledger>>::make();
  auto clerk = fearless::spawn([ledger] {
    enter(*ledger, 7);
    enter(*ledger, -3);
  });
  try {
    clerk.join();
    return 1;
  } catch (const std::invalid_argument &) {
    // What a thread throws, its join throws.
  }
  return ledger->is_poisoned() && sum(*ledger) == 7 ? 0 : 1;
}
