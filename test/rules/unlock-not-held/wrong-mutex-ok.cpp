// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each method unlocks what it locked.
#include <mutex>
class Registry {
public:
  void read() {
    readers_.lock();
    ++reads_;
    readers_.unlock();
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

// CHECK: 0 findings
