// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Who destroys an object has it to himself: that its destructor takes the locks in
// another order is nobody's deadlock.
#include <memory>
#include <mutex>
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
  net->add();
}

// CHECK: 0 findings
