// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Read when the tasks have been waited for.
#include "Inputs/tbb.h"
int main() {
  int Left = 0, Right = 0;
  tbb::task_group Tasks;
  Tasks.run([&] { Left = 1; });
  Tasks.run([&] { Right = 2; });
  Tasks.wait();
  return Left + Right;
}
