// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What the thread that starts another has waited for, this one knows, although
// the function that starts it comes first in the file.
#include <atomic>
#include <thread>

int data;
std::atomic<bool> ready;

void inner() { ++data; }

void start() {
  std::thread t(inner);
  t.join();
}

void outer() {
  while (!ready)
    ;
  start();
}

int main() {
  std::thread o(outer);
  data = 1;
  ready = true;
  o.join();
}
