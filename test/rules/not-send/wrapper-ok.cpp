// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The wrapper runs it at once.
#include "Inputs/counted.h"
#include <string>
#include <thread>
template <class F> static void now(F &&Do) { std::forward<F>(Do)(); }
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  now([Theme] { (void)Theme->size(); });
  std::thread Other([] {});
  auto Mine = Theme;
  Other.join();
  return Mine->size() == 4 ? 0 : 1;
}
