// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The only handle is moved to the thread; of another string there may be many.
#include "Inputs/counted.h"
#include <string>
#include <thread>
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  auto Other = boost::make_local_shared<std::string>("light");
  std::thread Painter([Theme = std::move(Theme)] { (void)Theme->size(); });
  auto Mine = Other;
  Painter.join();
  return Mine->size() == 5 ? 0 : 1;
}
