// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The thread has a reference to the handle, and copies it meanwhile.
#include "Inputs/counted.h"
#include <string>
#include <thread>
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  std::thread Painter([&Theme] {
    auto Its = Theme;
    (void)Its->size();
  });
  auto Mine = Theme;
  Painter.join();
  return Mine->size() == 4 ? 0 : 1;
}
