// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Who started the thread leaves its own handle alone until the thread has ended.
#include "Inputs/counted.h"
#include <string>
#include <thread>
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  auto Before = Theme;
  std::thread Painter([Theme] { (void)Theme->size(); });
  Painter.join();
  auto After = Theme;
  return Before->size() == After->size() ? 0 : 1;
}
