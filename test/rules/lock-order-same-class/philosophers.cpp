// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each takes its own and then its neighbour's.
#include <mutex>
#include <thread>
#include <vector>
#include <algorithm>
constexpr int N = 5;
std::mutex forks[N];
int meals[N];
void dine(int seat) {
  int first = seat, second = (seat + 1) % N;
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

// CHECK: {{^}}{{.*}}philosophers.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: each thread locks one of 'forks' and then its neighbour: all of them together can deadlock [fearless-lock-order-same-class]{{$}}
// CHECK: {{^}}{{.*}}philosophers.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'dine' locks 'forks' here ...{{$}}
// CHECK: {{^}}{{.*}}philosophers.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, locks 'forks' here{{$}}
// CHECK: {{^}}{{.*}}philosophers.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: this runs on each of the threads started here{{$}}
// CHECK: {{^}}{{.*}}philosophers.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: take both with std::scoped_lock, or the one with the lower index first{{$}}
