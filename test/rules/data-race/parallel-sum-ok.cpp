// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The sum is atomic.
#include <algorithm>
#include <atomic>
#include <execution>
#include <vector>

int main() {
  std::vector<int> v(1000, 2);
  std::atomic<long> sum{0};
  std::for_each(std::execution::par, v.begin(), v.end(), [&sum](int &x) {
    x += 1;
    sum += x;
  });
  return sum == 3000 ? 0 : 1;
}
