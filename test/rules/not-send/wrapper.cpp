// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A wrapper of the program's own starts the thread.
#include "Inputs/counted.h"
#include <string>
#include <thread>
template <class F> static void inBackground(F &&Do) {
  std::thread(std::forward<F>(Do)).detach();
}
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  inBackground([Theme] { (void)Theme->size(); });
  auto Mine = Theme;
  return Mine->size() == 4 ? 0 : 1;
}
