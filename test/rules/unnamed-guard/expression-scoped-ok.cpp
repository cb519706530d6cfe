// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A guard that is meant to live for one full expression.
#include <mutex>
class Counter {
public:
  int get() const { return (std::lock_guard<std::mutex>{mu_}, value_); }
  void set(int n) { std::lock_guard<std::mutex>{mu_}, value_ = n; }

private:
  mutable std::mutex mu_;
  int value_ = 0;
};
int use(Counter &c) {
  c.set(3);
  return c.get();
}
