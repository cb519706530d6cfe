// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The first look reads a plain pointer: another thread may see it set before it
// sees what it points to.
#include <mutex>
#include <thread>
struct Config {
  int Limit = 0;
};
static std::mutex Mu;
static Config *Instance;
static Config *get() {
  if (!Instance) {
    std::lock_guard<std::mutex> Guard(Mu);
    if (!Instance)
      Instance = new Config{7};
  }
  return Instance;
}
int main() {
  std::thread A([] { get(); }), B([] { get(); });
  A.join();
  B.join();
}

// CHECK: {{^}}{{.*}}plain-pointer.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: double-checked locking: 'Instance' is looked at here without 'Mu', while another thread may set it, and is no atomic [fearless-double-checked-locking]{{$}}
// CHECK: {{^}}{{.*}}plain-pointer.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'get' sets it here, under 'Mu'{{$}}
// CHECK: {{^}}{{.*}}plain-pointer.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: write runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}plain-pointer.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: read runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}plain-pointer.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: make 'Instance' atomic, set with release and looked at with acquire order; or use call_once or a static of a function{{$}}
