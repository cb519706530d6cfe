// RUN: not %fearless check %s %S/Inputs/session-plain.cpp -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Another file tells what the class is made of.
#include "Inputs/session.h"
#include <thread>
int main() {
  Session Mine;
  std::thread Worker([Mine] { (void)Mine.size(); });
  Session Third = Mine;
  Worker.join();
  return Third.size() - 1;
}
