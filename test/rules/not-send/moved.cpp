// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The handle is moved, but others of the same string stay behind.
#include "Inputs/counted.h"
#include <string>
#include <thread>
static void paint(boost::local_shared_ptr<std::string> Theme) {
  (void)Theme->size();
}
static void start(boost::local_shared_ptr<std::string> Theme) {
  std::thread(paint, std::move(Theme)).detach();
}
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  start(Theme);
  auto Mine = Theme;
  return Mine->size() == 4 ? 0 : 1;
}
