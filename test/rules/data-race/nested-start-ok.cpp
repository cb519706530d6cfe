// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What has been joined before the inner thread starts, by main or by the thread
// that starts it, does not run beside it.
#include <thread>

int data, more;

void first() { data = 1; }
void second() { more = 1; }

void inner() {
  data = 2;
  more = 2;
}

std::thread s;

void outer() {
  s.join();
  std::thread i(inner);
  i.join();
}

int main() {
  std::thread f(first);
  f.join();
  s = std::thread(second);
  std::thread o(outer);
  o.join();
}

// CHECK: 0 findings
