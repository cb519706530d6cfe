// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Nobody writes: any number of threads may read.
#include <cstdlib>
#include <thread>

static void fetch() { std::getenv("HTTP_PROXY"); }

int main() {
  std::thread first(fetch), second(fetch);
  std::getenv("HOME");
  first.join();
  second.join();
}
