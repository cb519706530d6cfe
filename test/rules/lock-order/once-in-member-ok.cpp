// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The flag is passed before the lock is taken.
#include <mutex>
#include <thread>
class Driver {
public:
  void open() {
    std::call_once(once_, [this] {
      std::lock_guard<std::mutex> g(mu_);
      handle_ = 1;
    });
  }
  void send() {
    open();
    std::lock_guard<std::mutex> g(mu_);
    handle_++;
  }
private:
  std::once_flag once_;
  std::mutex mu_;
  int handle_ = 0;
};
int main() {
  Driver d;
  std::thread a([&] { d.open(); });
  std::thread b([&] { d.send(); });
  a.join();
  b.join();
}

// CHECK: 0 findings
