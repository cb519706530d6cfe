// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Joined with the lock held that the thread needs, in another method than the one that starts it.
#include <mutex>
#include <thread>
class Service {
public:
  void start() { thread = std::thread(&Service::run, this); }
  void stop() {
    std::lock_guard<std::mutex> hold(mu);
    ++steps;
    thread.join();
  }

private:
  void run() {
    std::lock_guard<std::mutex> hold(mu);
    ++steps;
  }
  std::mutex mu;
  std::thread thread;
  int steps = 0;
};
int main() {
  Service service;
  service.start();
  service.stop();
}

// CHECK: {{^}}{{.*}}join-member.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: 'Service::mu' is held while joining a thread that locks it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}join-member.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'Service::stop' locks 'Service::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}join-member.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: ... and, still holding it, waits for the thread started at {{.*}}join-member.cpp:[[#@LINE-24]], which needs 'Service::mu'{{$}}
// CHECK: {{^}}{{.*}}join-member.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: that thread locks 'Service::mu' here{{$}}
// CHECK: {{^}}{{.*}}join-member.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: this runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}join-member.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: release 'Service::mu' before waiting here{{$}}
