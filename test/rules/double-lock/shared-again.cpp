// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <shared_mutex>

class Config {
public:
  int size() const {
    std::shared_lock<std::shared_mutex> lock(mu_);
    return size_;
  }
  int area() const {
    std::shared_lock<std::shared_mutex> lock(mu_);
    return size_ * size();
  }
  void grow() {
    std::unique_lock<std::shared_mutex> lock(mu_);
    ++size_;
  }

private:
  mutable std::shared_mutex mu_;
  int size_ = 1;
};

int use(Config &config) {
  config.grow();
  return config.area();
}

// CHECK: {{^}}{{.*}}shared-again.cpp:[[#@LINE-17]]:{{[0-9]+}}: warning: 'Config::mu_' is locked shared again while this thread already holds it shared: if a writer waits in between, it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}shared-again.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: 'Config::area' locks 'Config::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}shared-again.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Config::size' ...{{$}}
// CHECK: {{^}}{{.*}}shared-again.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: ... which locks (shared) 'Config::mu_' here again{{$}}
// CHECK: {{^}}{{.*}}shared-again.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: release 'Config::mu_' before this call, or give 'Config::size' a variant that expects the lock to be held{{$}}
