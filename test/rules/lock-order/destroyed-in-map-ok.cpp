// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The node is taken out and dies after the lock is released.
#include <map>
#include <mutex>
#include <string>
#include <thread>
class Metrics {
public:
  void closed() { std::lock_guard<std::mutex> g(mu_); ++closed_; }
  template <class F> void visit(F f) { std::lock_guard<std::mutex> g(mu_); f(closed_); }
private:
  std::mutex mu_;
  int closed_ = 0;
};
Metrics metrics;
struct Connection {
  ~Connection() { metrics.closed(); }
  int fd = 0;
};
class Pool {
public:
  void add(const std::string &k) { std::lock_guard<std::mutex> g(mu_); all_[k]; }
  void close(const std::string &k) {
    std::map<std::string, Connection>::node_type dead;
    std::lock_guard<std::mutex> g(mu_);
    dead = all_.extract(k);
  }
  int size() { std::lock_guard<std::mutex> g(mu_); return int(all_.size()); }
private:
  std::mutex mu_;
  std::map<std::string, Connection> all_;
};
Pool pool;
int seen;
int main() {
  std::thread t([] { pool.add("a"); pool.close("a"); });
  metrics.visit([](int n) { seen = n + pool.size(); });
  t.join();
}

// CHECK: 0 findings
