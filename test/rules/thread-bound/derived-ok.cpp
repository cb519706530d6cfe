// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// One that has one of its own in it is not.
#include <fearless/annotations.h>
#include <thread>
class FEARLESS_THREAD_BOUND Context {
public:
  void bind() {}
};
class Canvas {
public:
  int size() const { return Size; }

private:
  Context Own;
  int Size = 0;
};
static Canvas Shared;
int main() {
  std::thread Painter([] { return Shared.size(); });
  Painter.join();
}
