// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Nobody keeps one: the caller gives its own away.
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
  start(std::move(Theme));
  auto Mine = boost::make_local_shared<std::string>("light");
  auto Too = Mine;
  return Too->size() == 5 ? 0 : 1;
}
