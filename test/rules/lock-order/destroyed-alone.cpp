// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The orders of locks are opposite, and a thread that was started is not over when
// the object is destroyed.
#include <memory>
#include <mutex>
#include <thread>
static std::mutex registry;
static int nodes;
class Network {
public:
  ~Network() { stop(); }
  void stop() {
    std::lock_guard<std::mutex> hold(lock_);
    std::lock_guard<std::mutex> hold_registry(registry);
    --nodes;
  }
  void add() {
    std::lock_guard<std::mutex> hold_registry(registry);
    std::lock_guard<std::mutex> hold(lock_);
    ++nodes;
  }

private:
  std::mutex lock_;
};
int main() {
  std::unique_ptr<Network> net = std::make_unique<Network>();
  std::thread([&net] { net->add(); }).detach();
  net->stop();
}

// CHECK: {{^}}{{.*}}destroyed-alone.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'Network::lock_' and 'registry' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}destroyed-alone.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: 'Network::stop' locks 'Network::lock_' here ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-alone.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: ... and, still holding it, locks 'registry' here ('Network::lock_' before 'registry'){{$}}
// CHECK: {{^}}{{.*}}destroyed-alone.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'Network::add' locks 'registry' here ...{{$}}
// CHECK: {{^}}{{.*}}destroyed-alone.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Network::lock_' here ('registry' before 'Network::lock_'){{$}}
// CHECK: {{^}}{{.*}}destroyed-alone.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}destroyed-alone.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
