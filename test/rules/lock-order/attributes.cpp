// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A lock of an atomic, and its guard, show nothing but their attributes; so do
// those whose bodies are elsewhere.
#include <atomic>

class __attribute__((capability("mutex"))) SpinLock {
public:
  void lock() __attribute__((acquire_capability())) {
    while (taken_.exchange(true))
      ;
  }
  void unlock() __attribute__((release_capability())) { taken_ = false; }

private:
  std::atomic<bool> taken_{false};
};

class __attribute__((scoped_lockable)) Held {
public:
  explicit Held(SpinLock &of) __attribute__((acquire_capability(of)));
  ~Held() __attribute__((release_capability()));
};

static SpinLock accounts, journal;

void book() {
  accounts.lock();
  Held second(journal);
  accounts.unlock();
}

void audit() {
  Held first(journal);
  accounts.lock();
  accounts.unlock();
}

// CHECK: {{^}}{{.*}}attributes.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'accounts' and 'journal' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}attributes.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'book' calls 'SpinLock::lock', which locks 'accounts' ...{{$}}
// CHECK: {{^}}{{.*}}attributes.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... and, still holding it, locks 'journal' here ('accounts' before 'journal'){{$}}
// CHECK: {{^}}{{.*}}attributes.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: 'audit' locks 'journal' here ...{{$}}
// CHECK: {{^}}{{.*}}attributes.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: ... and, still holding it, locks 'accounts' here ('journal' before 'accounts'){{$}}
// CHECK: {{^}}{{.*}}attributes.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
