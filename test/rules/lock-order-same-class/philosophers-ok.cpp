// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The one with the lower index first.
#include <mutex>
#include <thread>
#include <vector>
#include <algorithm>
constexpr int N = 5;
std::mutex forks[N];
int meals[N];
void dine(int seat) {
  int first = std::min(seat, (seat + 1) % N), second = std::max(seat, (seat + 1) % N);
  for (int i = 0; i < 10; ++i) {
    std::lock_guard<std::mutex> l(forks[first]);
    std::lock_guard<std::mutex> r(forks[second]);
    ++meals[seat];
  }
}
int main() {
  std::vector<std::thread> table;
  for (int i = 0; i < N; ++i)
    table.emplace_back(dine, i);
  for (auto &t : table)
    t.join();
}

// CHECK: 0 findings
