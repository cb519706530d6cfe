// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Read when the worker has ended.
#include <fearless/annotations.h>
#include <functional>
class Worker {
public:
  void start(FEARLESS_CROSSES_THREAD std::function<void()> Job);
  FEARLESS_JOINS void stop();
};
int main() {
  int Result = 0;
  Worker W;
  W.start([&] { Result = 1; });
  W.stop();
  return Result;
}
