// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A copy; joined in the round; a variable of the whole function.
#include <cstdio>
#include <thread>
#include <vector>
int main() {
  std::vector<std::thread> Workers;
  const int Width = 3;
  for (int I = 0; I < 3; ++I) {
    int Square = I * I;
    Workers.emplace_back([Square, &Width] { std::printf("%*d\n", Width, Square); });
  }
  for (std::thread &W : Workers)
    W.join();
  for (int I = 0; I < 3; ++I) {
    int Cube = I * I * I;
    std::thread Other([&] { std::printf("%d\n", Cube); });
    Other.join();
  }
}
