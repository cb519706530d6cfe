// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each element changes only itself and main reads after the blocking call has returned.
#include <algorithm>
#include <execution>
#include <vector>

int main() {
  std::vector<int> v(500, 2);
  int factor = 2;
  std::for_each(std::execution::par, v.begin(), v.end(), [&factor](int &x) {
    x *= factor;
  });
  factor = 3;
  return v[0] + factor - 7;
}
