// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The future that the function hands on is kept until the work is done.
#include <future>
int load();
void draw();
static std::future<int> start() { return std::async(std::launch::async, load); }
void run() {
  auto f = start();
  draw();
}
