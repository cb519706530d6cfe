// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A handle is copied into the thread, and copied on by the one that started it.
#include "Inputs/counted.h"
#include <string>
#include <thread>
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  std::thread Painter([Theme] { (void)Theme->size(); });
  auto Mine = Theme;
  Painter.join();
  return Mine->size() == 4 ? 0 : 1;
}
