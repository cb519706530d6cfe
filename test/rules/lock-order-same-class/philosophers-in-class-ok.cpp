// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The last takes them the other way round.
#include <mutex>
#include <thread>
#include <vector>
struct Table {
  static constexpr int kSeats = 4;
  std::mutex forks[kSeats];
  int eaten[kSeats] = {};
  void eat(int i) {
    if (i == kSeats - 1) { forks[0].lock(); forks[i].lock(); }
    else { forks[i].lock(); forks[i + 1].lock(); }
    ++eaten[i];
    forks[(i + 1) % kSeats].unlock();
    forks[i].unlock();
  }
};
int main() {
  Table t;
  std::vector<std::thread> ps;
  for (int i = 0; i < Table::kSeats; ++i)
    ps.emplace_back([&t, i] { t.eat(i); });
  for (auto &p : ps) p.join();
}

// CHECK: 0 findings
