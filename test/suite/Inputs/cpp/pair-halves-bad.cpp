// Both threads write the same half of the pair.
#include <thread>
#include <utility>

static std::pair<long, long> totals;

static void addTo(long &half, int count) {
  for (int i = 0; i < count; ++i)
    half += i; // RACE
}

int main() {
  auto &[debit, credit] = totals;
  std::thread a(addTo, std::ref(debit), 100);
  std::thread b(addTo, std::ref(debit), 200);
  a.join();
  b.join();
  return totals.first + credit > 0 ? 0 : 1;
}
