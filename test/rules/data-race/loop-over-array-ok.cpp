// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each thread goes through an array of its own.
#include <array>
#include <thread>
static void add(std::array<int, 4> &Data) {
  for (int &N : Data)
    N += 1;
}
int main() {
  std::array<int, 4> Left{}, Right{};
  std::thread One([&] { add(Left); });
  std::thread Two([&] { add(Right); });
  One.join();
  Two.join();
}
