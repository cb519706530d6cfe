// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// An owning pointer lets go under a lock; the destructor takes another.
#include <memory>
#include <mutex>
#include <thread>
std::mutex registry_mu;
int live = 0;
struct Session {
  ~Session() { std::lock_guard<std::mutex> g(registry_mu); --live; }
};
class Server {
public:
  void drop() {
    std::lock_guard<std::mutex> g(mu_);
    session_.reset();
  }
  void report() {
    std::lock_guard<std::mutex> r(registry_mu);
    std::lock_guard<std::mutex> g(mu_);
    last_ = live;
  }
private:
  std::mutex mu_;
  std::unique_ptr<Session> session_ = std::make_unique<Session>();
  int last_ = 0;
};
int main() {
  Server s;
  std::thread a([&] { s.drop(); });
  std::thread b([&] { s.report(); });
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}destroyed-by-reset.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: 'Server::mu_' and 'registry_mu' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}destroyed-by-reset.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'Server::drop' locks 'Server::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-by-reset.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: ... and, still holding it, runs 'Session::~Session' ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-by-reset.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: ... which locks 'registry_mu' here ('Server::mu_' before 'registry_mu'){{$}}
// CHECK: {{^}}{{.*}}destroyed-by-reset.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'Server::report' locks 'registry_mu' here ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-by-reset.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Server::mu_' here ('registry_mu' before 'Server::mu_'){{$}}
// CHECK: {{^}}{{.*}}destroyed-by-reset.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}destroyed-by-reset.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}destroyed-by-reset.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
