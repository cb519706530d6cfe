// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
class Spin {
public:
  void lock() { mu_.lock(); }
  void unlock() { mu_.unlock(); }

private:
  std::mutex mu_;
};
class Hold {
public:
  explicit Hold(Spin &s) : s_(s) { s_.lock(); }
  ~Hold() { s_.unlock(); }

private:
  Spin &s_;
};
static Spin spin, other;
static int n;

void twice() {
  {
    Hold first(spin);
    n = 1;
  }
  Hold second(spin);
  Hold third(other);
  n = 2;
}
