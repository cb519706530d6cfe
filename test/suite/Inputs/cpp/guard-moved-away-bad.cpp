// The guard is moved into a function that lets it go, and the caller goes on
// writing.
#include <mutex>
#include <thread>

class Ledger {
public:
  void post(int amount) {
    std::unique_lock<std::mutex> hold(lock);
    sum += amount;
    audit(std::move(hold));
    ++entries; // RACE
  }
  long mean() {
    std::lock_guard<std::mutex> hold(lock);
    return entries ? sum / entries : 0; // RACE
  }

private:
  void audit(std::unique_lock<std::mutex> held) {
    if (held.owns_lock() && sum < 0)
      sum = 0;
  }
  std::mutex lock;
  long sum = 0;
  long entries = 0;
};

int main() {
  Ledger ledger;
  std::thread clerk([&ledger] {
    for (int i = 0; i < 100; ++i)
      ledger.post(10);
  });
  for (int i = 0; i < 100; ++i)
    ledger.post(10);
  clerk.join();
  return ledger.mean() >= 10 ? 0 : 1;
}
