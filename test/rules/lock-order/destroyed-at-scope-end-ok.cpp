// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The guard is made last and dies first.
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
  auto t = std::make_shared<Transaction>();
  std::lock_guard<std::mutex> g(table_mu);
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

// CHECK: 0 findings
