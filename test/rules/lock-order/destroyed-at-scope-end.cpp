// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What dies at the end of the scope dies before the guard that was made first.
#include <memory>
#include <mutex>
#include <thread>
std::mutex table_mu, stats_mu;
int rows, dropped;
class Transaction {
public:
  ~Transaction() { std::lock_guard<std::mutex> g(stats_mu); ++dropped; }
  void run() { ++rows; }
};
void apply() {
  std::lock_guard<std::mutex> g(table_mu);
  auto t = std::make_shared<Transaction>();
  t->run();
}
void report() {
  std::lock_guard<std::mutex> s(stats_mu);
  std::lock_guard<std::mutex> g(table_mu);
  dropped += rows;
}
int main() {
  std::thread a(apply), b(report);
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}destroyed-at-scope-end.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'table_mu' and 'stats_mu' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}destroyed-at-scope-end.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'apply' locks 'table_mu' here ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-at-scope-end.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, runs 'Transaction::~Transaction' ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-at-scope-end.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: ... which locks 'stats_mu' here ('table_mu' before 'stats_mu'){{$}}
// CHECK: {{^}}{{.*}}destroyed-at-scope-end.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'report' locks 'stats_mu' here ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-at-scope-end.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, locks 'table_mu' here ('stats_mu' before 'table_mu'){{$}}
// CHECK: {{^}}{{.*}}destroyed-at-scope-end.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}destroyed-at-scope-end.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}destroyed-at-scope-end.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
