// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The object dies after the lock is released.
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
    std::unique_ptr<Session> dead;
    std::lock_guard<std::mutex> g(mu_);
    dead = std::move(session_);
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

// CHECK: 0 findings
