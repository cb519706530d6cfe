// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What the starter does to its own object is not done to the thread's copy.
#include <string>
#include <thread>

static void talk(const std::string &name) { (void)name.size(); }

int main() {
  std::string name = "Ada";
  std::thread t(talk, name);
  name = "Ben";
  t.join();
}
