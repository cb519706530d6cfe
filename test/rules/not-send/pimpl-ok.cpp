// RUN: %fearless check %s %S/Inputs/session-atomic.cpp -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The other file counts in an atomic way.
#include "Inputs/session.h"
#include <thread>
int main() {
  Session Mine;
  std::thread Worker([Mine] { (void)Mine.size(); });
  Session Third = Mine;
  Worker.join();
  return Third.size() - 1;
}
