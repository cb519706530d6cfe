// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// An element is erased under the lock of the map; its destructor takes another.
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
    std::lock_guard<std::mutex> g(mu_);
    all_.erase(k);
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

// CHECK: {{^}}{{.*}}destroyed-in-map.cpp:[[#@LINE-15]]:{{[0-9]+}}: warning: 'Metrics::mu_' and 'Pool::mu_' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}destroyed-in-map.cpp:[[#@LINE-31]]:{{[0-9]+}}: note: 'Metrics::visit' locks 'Metrics::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-in-map.cpp:[[#@LINE-32]]:{{[0-9]+}}: note: ... and, still holding it, calls a lambda in 'main' ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-in-map.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: ... which calls 'Pool::size' ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-in-map.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... which locks 'pool.mu_' here ('Metrics::mu_' before 'pool.mu_'){{$}}
// CHECK: {{^}}{{.*}}destroyed-in-map.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'Pool::close' locks 'Pool::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-in-map.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: ... and, still holding it, runs 'Connection::~Connection' ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-in-map.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: ... which calls 'Metrics::closed' ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-in-map.cpp:[[#@LINE-39]]:{{[0-9]+}}: note: ... which locks 'metrics.mu_' here ('Pool::mu_' before 'metrics.mu_'){{$}}
// CHECK: {{^}}{{.*}}destroyed-in-map.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}destroyed-in-map.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: let what is destroyed here die after 'Pool::mu_' is released, or take the locks in one order everywhere{{$}}
