// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A method unlocks its other mutex: told where it does, not at its callers.
#include <mutex>
class Registry {
public:
  void read() {
    readers_.lock();
    ++reads_;
    writers_.unlock();
  }
  void write() {
    writers_.lock();
    ++writes_;
    writers_.unlock();
  }

private:
  std::mutex readers_, writers_;
  int reads_ = 0, writes_ = 0;
};

int main() {
  Registry registry;
  registry.write();
  registry.read();
}

// CHECK: {{^}}{{.*}}wrong-mutex.cpp:[[#@LINE-19]]:{{[0-9]+}}: warning: 'Registry::writers_' is unlocked here, but it is not held [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}wrong-mutex.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: 'main' calls 'Registry::read' here{{$}}
// CHECK: {{^}}{{.*}}wrong-mutex.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: nothing on the way here locks 'Registry::writers_'{{$}}
// CHECK: {{^}}{{.*}}wrong-mutex.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: drop this unlock, or lock it before{{$}}
