// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <shared_mutex>

class ReadWrite {
public:
  void lock(bool writer) {
    if (writer)
      mu_.lock();
    else
      mu_.lock_shared();
  }
  void unlock(bool writer) {
    if (writer)
      mu_.unlock();
    else
      mu_.unlock_shared();
  }

private:
  std::shared_mutex mu_;
};

static std::shared_mutex mu;
static ReadWrite own;
static int n;

int get() {
  mu.lock_shared();
  int now = n;
  mu.unlock_shared();
  return now;
}

void set(int to) {
  mu.lock();
  n = to;
  mu.unlock();
}

int getOwn() {
  own.lock(false);
  int now = n;
  own.unlock(false);
  return now;
}

// CHECK: 0 findings
