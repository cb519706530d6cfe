// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The pool is out of sight; its declaration says that the job is done here.
#include <fearless/annotations.h>
#include <functional>
void submit(FEARLESS_RUNS std::function<void()> Job);
static int Done;
int main() {
  submit([] { ++Done; });
  return Done;
}
