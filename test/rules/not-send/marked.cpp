// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The class says that its objects stay where they are made.
#include <fearless/annotations.h>
#include <thread>
class FEARLESS_NOT_SEND Cursor {
public:
  int Row = 0;
};
struct View {
  Cursor At;
};
int main() {
  View V;
  std::thread Painter([V] { (void)V.At.Row; });
  Painter.join();
}
