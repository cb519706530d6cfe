// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each thread goes through a half of its own.
#include <thread>
#include <vector>
int main() {
  std::vector<int> Data(4);
  std::thread One([&] {
    for (int I = 0; I < 2; ++I)
      Data[I] += 1;
  });
  std::thread Two([&] {
    for (int I = 2; I < 4; ++I)
      Data[I] *= 2;
  });
  One.join();
  Two.join();
}
