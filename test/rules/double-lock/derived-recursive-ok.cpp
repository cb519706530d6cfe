// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A class of the user's own that is derived from a recursive mutex is recursive.
#include <mutex>
template <class Base> class Annotated : public Base {
public:
  void lock() { Base::lock(); }
  void unlock() { Base::unlock(); }
};
using RecursiveMutex = Annotated<std::recursive_mutex>;

class Addresses {
public:
  int size() {
    std::lock_guard<RecursiveMutex> hold(lock_);
    return count_;
  }
  bool empty() {
    std::lock_guard<RecursiveMutex> hold(lock_);
    return size() == 0;
  }

private:
  RecursiveMutex lock_;
  int count_ = 0;
};
bool test(Addresses &all) { return all.empty(); }

// CHECK: 0 findings
