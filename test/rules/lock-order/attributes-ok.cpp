// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The same order everywhere; a role is no lock that anybody waits for; who
// tries does not wait; and a lock that wraps one known is known by that.
#include <mutex>

class __attribute__((capability("mutex"))) Lock {
public:
  void lock() __attribute__((acquire_capability()));
  bool try_lock() __attribute__((try_acquire_capability(true)));
  void unlock() __attribute__((release_capability()));
};

class __attribute__((capability("role"))) Role {
public:
  void enter() __attribute__((acquire_capability())) {}
  void leave() __attribute__((release_capability())) {}
};

class __attribute__((capability("mutex"))) Wrapper {
public:
  void lock() __attribute__((acquire_capability())) { inside_.lock(); }
  void unlock() __attribute__((release_capability())) { inside_.unlock(); }

private:
  std::mutex inside_;
};

class __attribute__((scoped_lockable)) Held {
public:
  explicit Held(Lock &of) __attribute__((acquire_capability(of)));
  void unlock() __attribute__((release_capability()));
  ~Held() __attribute__((release_capability()));
};

static Lock accounts, journal;
static Role teller;
static Wrapper archive;

void book() {
  accounts.lock();
  archive.lock();
  Held second(journal);
  archive.unlock();
  accounts.unlock();
}

void audit() {
  Held first(journal);
  teller.enter();
  if (accounts.try_lock())
    accounts.unlock();
  first.unlock();
  accounts.lock();
  accounts.unlock();
  teller.leave();
}

void open() {
  accounts.lock();
  teller.enter();
  teller.leave();
  accounts.unlock();
}
