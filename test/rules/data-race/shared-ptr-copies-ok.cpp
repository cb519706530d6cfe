// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Copies of a shared_ptr lead to one object, which has a lock.
#include <memory>
#include <thread>
struct Progress {
  int percent = 0;
};
int main() {
  auto progress = std::make_shared<Progress>();
  auto other = std::make_shared<Progress>();
  std::thread a([progress] { progress->percent = 50; });
  std::thread b([p = other] { p->percent = 100; });
  a.join();
  b.join();
  return progress->percent + other->percent;
}
