// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// start() and stop() belong together; an object dies between the two.
#include <thread>
void work();
class Service {
public:
  void start() { t_ = std::thread(work); }
  void stop() { t_.join(); }

private:
  std::thread t_;
};
bool run(bool bad) {
  Service s;
  s.start();
  if (bad)
    return false;
  s.stop();
  return true;
}

// CHECK: {{^}}{{.*}}object.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'Service::t_' is neither joined nor detached on this path: its destructor ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}object.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}object.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: on another path it is joined here{{$}}
// CHECK: {{^}}{{.*}}object.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
