// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The callback that an object leaves in its own member is run under its lock.
#include <functional>
#include <mutex>
class Timer {
public:
  void onFire(std::function<void()> run) { run_ = std::move(run); }
  void fire() { run_(); }

private:
  std::function<void()> run_;
};
class Session {
public:
  Session() {
    timer_.onFire([this] { expire(); });
  }
  void expire() {
    std::lock_guard<std::mutex> lock(mu_);
    ++expired_;
  }
  void poll() {
    std::lock_guard<std::mutex> lock(mu_);
    timer_.fire();
  }

private:
  std::mutex mu_;
  int expired_ = 0;
  Timer timer_;
};
int main() {
  Session session;
  session.poll();
}

// CHECK: {{^}}{{.*}}callback-to-owner.cpp:[[#@LINE-21]]:{{[0-9]+}}: warning: 'Session::mu_' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}callback-to-owner.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'Session::poll' locks 'Session::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}callback-to-owner.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Timer::fire' ...{{$}}
// CHECK: {{^}}{{.*}}callback-to-owner.cpp:[[#@LINE-32]]:{{[0-9]+}}: note: ... which calls a lambda in 'Session::Session' ...{{$}}
// CHECK: {{^}}{{.*}}callback-to-owner.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: ... which calls 'Session::expire' ...{{$}}
// CHECK: {{^}}{{.*}}callback-to-owner.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: ... which locks 'Session::mu_' here again{{$}}
// CHECK: {{^}}{{.*}}callback-to-owner.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: release 'Session::mu_' before this call, or give 'Session::expire' a variant that expects the lock to be held{{$}}
