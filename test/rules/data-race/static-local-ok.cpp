// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The first to come initialises a local static; the others wait, and only read.
#include <thread>
static int calls;
static int load() { return ++calls; }
static int limit() {
  static int cached = load();
  return cached;
}
int main() {
  std::thread first([] { limit(); }), second([] { limit(); });
  int mine = limit();
  first.join();
  second.join();
  return mine;
}
