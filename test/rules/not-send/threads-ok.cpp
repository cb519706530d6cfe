// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each thread gets a string of its own.
#include "Inputs/counted.h"
#include <string>
#include <thread>
#include <vector>
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  std::vector<std::thread> Workers;
  for (int I = 0; I < 4; ++I)
    Workers.emplace_back([Theme = boost::make_local_shared<std::string>(*Theme)] {
      (void)Theme->size();
    });
  for (std::thread &T : Workers)
    T.join();
}
