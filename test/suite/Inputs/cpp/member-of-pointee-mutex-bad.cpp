// Accounts in a map, by pointer: the sum is read without their locks.
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <thread>
struct Account {
  long balance() const { return cents; } // RACE
  void deposit(long c) {
    std::lock_guard<std::mutex> hold(mu);
    cents += c; // RACE
  }
  mutable std::mutex mu;
  long cents = 0;
};
struct Branch {
  void open(int id) {
    std::unique_lock<std::shared_mutex> hold(mu);
    accounts[id] = std::make_unique<Account>();
  }
  Account *find(int id) const {
    std::shared_lock<std::shared_mutex> hold(mu);
    auto f = accounts.find(id);
    return f == accounts.end() ? nullptr : f->second.get();
  }
  long total() const {
    std::shared_lock<std::shared_mutex> hold(mu);
    long s = 0;
    for (const auto &[id, a] : accounts)
      s += a->balance();
    return s;
  }
  mutable std::shared_mutex mu;
  std::map<int, std::unique_ptr<Account>> accounts;
};
int main() {
  Branch branch;
  for (int i = 0; i < 6; ++i)
    branch.open(i);
  std::thread trader([&] {
    for (int i = 0; i < 999; ++i)
      if (Account *a = branch.find(i % 7))
        a->deposit(i);
  });
  long sum = 0;
  for (int i = 0; i < 50; ++i)
    sum += branch.total();
  trader.join();
  return sum > 0;
}
