// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// It is set before the thread starts.
#include <memory>
#include <thread>

static std::weak_ptr<int> Last;

int main() {
  auto First = std::make_shared<int>(1);
  Last = First;
  std::thread Watcher([] {
    if (auto Value = Last.lock())
      (void)*Value;
  });
  Watcher.join();
  return 0;
}

// CHECK: 0 findings
