// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A class of the user's own that is derived from a plain mutex is not recursive.
#include <mutex>
template <class Base> class Annotated : public Base {
public:
  void lock() { Base::lock(); }
  void unlock() { Base::unlock(); }
};
using Mutex = Annotated<std::mutex>;

class Addresses {
public:
  int size() {
    std::lock_guard<Mutex> hold(lock_);
    return count_;
  }
  bool empty() {
    std::lock_guard<Mutex> hold(lock_);
    return size() == 0;
  }

private:
  Mutex lock_;
  int count_ = 0;
};
bool test(Addresses &all) { return all.empty(); }

// CHECK: {{^}}{{.*}}derived-recursive.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'Addresses::lock_' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}derived-recursive.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'Addresses::empty' locks 'Addresses::lock_' here ...{{$}}
// CHECK: {{^}}{{.*}}derived-recursive.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Addresses::size' ...{{$}}
// CHECK: {{^}}{{.*}}derived-recursive.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... which locks 'Addresses::lock_' here again{{$}}
// CHECK: {{^}}{{.*}}derived-recursive.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: release 'Addresses::lock_' before this call, or give 'Addresses::size' a variant that expects the lock to be held{{$}}
