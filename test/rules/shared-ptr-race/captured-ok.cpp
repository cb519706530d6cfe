// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The thread has a copy of its own.
#include <memory>
#include <thread>

int main() {
  auto Current = std::make_shared<int>(1);
  std::thread Reader([Current] {
    std::shared_ptr<int> Mine = Current;
    (void)*Mine;
  });
  Current = std::make_shared<int>(2);
  Reader.join();
  return *Current;
}

// CHECK: 0 findings
