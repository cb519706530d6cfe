// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A guard that holds the lock is moved to the thread, which then unlocks it.
#include <mutex>
#include <thread>
class Log {
public:
  ~Log() {
    if (Worker.joinable())
      Worker.join();
  }
  void begin() {
    std::unique_lock<std::mutex> L(Mu);
    Worker = std::thread([this, L = std::move(L)] { Size = 1; });
  }

private:
  std::mutex Mu;
  int Size = 0;
  std::thread Worker;
};
int main() {
  Log L;
  L.begin();
}

// CHECK: {{^}}{{.*}}guard.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'L' is moved to another thread, but 'Log::Mu' must be unlocked by the thread that locked it [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}guard.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: a lambda captures 'L' here{{$}}
// CHECK: {{^}}{{.*}}guard.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the thread started here runs a lambda in 'Log::begin' with it{{$}}
// CHECK: {{^}}{{.*}}guard.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: lock 'Log::Mu' in the thread that is to unlock it{{$}}
