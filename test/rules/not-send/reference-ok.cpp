// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The thread only uses what the handle points to.
#include "Inputs/counted.h"
#include <string>
#include <thread>
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  std::thread Painter([&Theme] { (void)Theme->size(); });
  auto Mine = Theme;
  Painter.join();
  return Mine->size() == 4 ? 0 : 1;
}
