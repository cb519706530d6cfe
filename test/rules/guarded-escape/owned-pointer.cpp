// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The owner may let go of what the pointer points to.
#include <memory>
#include <mutex>
#include <thread>

struct Config {
  int Level = 0;
};

class Current {
public:
  void reload() {
    std::lock_guard<std::mutex> Guard(Mu);
    Now = std::make_unique<Config>();
  }
  const Config *get() {
    std::lock_guard<std::mutex> Guard(Mu);
    return Now.get();
  }

private:
  std::mutex Mu;
  std::unique_ptr<Config> Now = std::make_unique<Config>();
};

int main() {
  Current C;
  std::thread Other([&] { C.reload(); });
  int Level = C.get()->Level;
  Other.join();
  return Level;
}

// CHECK: {{^}}{{.*}}owned-pointer.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: a reference to 'Current::Now' is returned, but 'Current::Mu', which guards it, is released on return [fearless-guarded-escape]{{$}}
// CHECK: {{^}}{{.*}}owned-pointer.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: 'Current::get' locks 'Current::Mu' here{{$}}
// CHECK: {{^}}{{.*}}owned-pointer.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the reference to 'Current::Now' is made here, under the lock{{$}}
// CHECK: {{^}}{{.*}}owned-pointer.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: it is returned here; the lock is given back before the caller can use it{{$}}
// CHECK: {{^}}{{.*}}owned-pointer.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'Current::reload'{{$}}
// CHECK: {{^}}{{.*}}owned-pointer.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: it changes 'Current::Now' here under 'Current::Mu'{{$}}
// CHECK: {{^}}{{.*}}owned-pointer.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: give out a copy, or the lock together with the reference{{$}}
