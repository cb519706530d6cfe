// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A guard of the user's own that may be released early.
#include <mutex>
class Hold {
public:
  explicit Hold(std::mutex &mu) : mu_(mu), owns_(true) { mu_.lock(); }
  void release() {
    if (owns_)
      mu_.unlock();
    owns_ = false;
  }
  ~Hold() {
    if (owns_)
      mu_.unlock();
  }

private:
  std::mutex &mu_;
  bool owns_;
};
static std::mutex mu;
static int n;

void early() {
  Hold hold(mu);
  n = 1;
  hold.release();
  mu.lock();
  n = 2;
  mu.unlock();
}
