// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The same with an atomic count.
#include "Inputs/counted.h"
#include <thread>
struct Frame : boost::intrusive_ref_counter<Frame, boost::thread_safe_counter> {
  int Size = 1;
};
int main() {
  boost::intrusive_ptr<Frame> F(new Frame);
  std::thread Encoder([F] { (void)F->Size; });
  boost::intrusive_ptr<Frame> Mine = F;
  Encoder.join();
  return Mine->Size - 1;
}
