// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The body of a guard's end is seen, and not that of its begin: what the one
// gives back is not known to be what the other takes.
#include <mutex>

class __attribute__((scoped_lockable)) Held {
public:
  explicit Held(std::mutex &of) __attribute__((acquire_capability(of)));
  ~Held() __attribute__((release_capability())) { of_.unlock(); }

private:
  std::mutex &of_;
};

static std::mutex one, two;

Held begin() __attribute__((acquire_capability(one)));

void first() {
  Held a(one);
  Held b(two);
}

void second() { Held b(two); }

void third() { Held a = begin(); }

int main() {
  first();
  second();
  third();
  first();
}
