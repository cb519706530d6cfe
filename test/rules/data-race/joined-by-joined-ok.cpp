// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Who joins a thread has joined what that has joined.
#include <future>
static int first, second;
int main() {
  auto one = std::async(std::launch::async, [] { first = 1; });
  auto two = std::async(std::launch::async, [&] {
    one.get();
    second = 1;
  });
  two.get();
  return first + second;
}
