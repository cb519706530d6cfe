// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// It is called here.
#include "Inputs/counted.h"
#include <functional>
#include <string>
#include <thread>
static void paint(const boost::local_shared_ptr<std::string> &Theme) {
  (void)Theme->size();
}
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  auto Task = std::bind(paint, Theme);
  std::thread Other([] {});
  Task();
  auto Mine = Theme;
  Other.join();
  return Mine->size() == 4 ? 0 : 1;
}
