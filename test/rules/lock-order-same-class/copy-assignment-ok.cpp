// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Both locks at once.
#include <mutex>
#include <thread>

class Setting {
 public:
  Setting& operator=(const Setting& o) {
    if (this == &o) return *this;
    std::scoped_lock l(mu_, o.mu_);
    v_ = o.v_;
    return *this;
  }

 private:
  mutable std::mutex mu_;
  int v_ = 0;
};
int main() {
  Setting a, b;
  std::thread t([&] { a = b; });
  b = a;
  t.join();
}

// CHECK: 0 findings
