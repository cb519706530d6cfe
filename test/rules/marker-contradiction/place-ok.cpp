// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each where it belongs.
#include <fearless/annotations.h>
class FEARLESS_SEND FEARLESS_THREAD_BOUND Task {
public:
  FEARLESS_JOINS void run() {}
  void then(FEARLESS_RUNS void (*Next)()) { Next(); }
};
static void nothing() {}
int main() {
  Task().run();
  Task().then(nothing);
}
