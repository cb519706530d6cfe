// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each takes its own and then its neighbour's.
#include <mutex>
#include <thread>
#include <vector>
struct Table {
  static constexpr int kSeats = 4;
  std::mutex forks[kSeats];
  int eaten[kSeats] = {};
  void eat(int i) {
    forks[i].lock();
    forks[(i + 1) % kSeats].lock();
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

// CHECK: {{^}}{{.*}}philosophers-in-class.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: each thread locks one of 'Table::forks' and then its neighbour: all of them together can deadlock [fearless-lock-order-same-class]{{$}}
// CHECK: {{^}}{{.*}}philosophers-in-class.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'Table::eat' locks 'Table::forks' here ...{{$}}
// CHECK: {{^}}{{.*}}philosophers-in-class.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Table::forks' here{{$}}
// CHECK: {{^}}{{.*}}philosophers-in-class.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: this runs on each of the threads started here{{$}}
// CHECK: {{^}}{{.*}}philosophers-in-class.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: take both with std::scoped_lock, or the one with the lower index first{{$}}
