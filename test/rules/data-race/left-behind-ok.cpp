// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A thread waits for those that it has started, at once or in a function that it
// calls.
#include <thread>
#include <vector>
int seen, all;
void inner() { seen = 2; }
void each() {
  static thread_local int mine;
  ++mine;
}
void several() {
  std::vector<std::thread> threads;
  threads.emplace_back([] { all = 1; });
  threads.emplace_back(each);
  for (std::thread &t : threads)
    t.join();
}
void outer() {
  std::thread nested(inner);
  several();
  nested.join();
}
int main() {
  std::thread first(outer);
  first.join();
  return seen + all;
}
