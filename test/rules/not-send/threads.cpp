// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Threads in a container, each with a copy.
#include "Inputs/counted.h"
#include <string>
#include <thread>
#include <vector>
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  std::vector<std::thread> Workers;
  for (int I = 0; I < 4; ++I)
    Workers.emplace_back([Theme] { (void)Theme->size(); });
  for (std::thread &T : Workers)
    T.join();
}
