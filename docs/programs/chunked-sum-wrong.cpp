// The threads add to one total. That their chunks are apart does not help.
#include <fearless/scope.h>

#include <numeric>
#include <span>
#include <vector>

using fearless::Scope;

long parallel_sum(std::span<const int> numbers, std::size_t threads) {
  long total = 0;
  fearless::scope([&](Scope &scope) {
    for (std::size_t i = 0; i < threads; ++i) {
      const auto begin = numbers.size() * i / threads;
      const auto end = numbers.size() * (i + 1) / threads;
      scope.spawn([&total, chunk = numbers.subspan(begin, end - begin)] {
        for (int number : chunk)
          total += number; // reported: data-race
      });
    }
  });
  return total;
}

int main() {
  std::vector<int> numbers(100'003);
  std::iota(numbers.begin(), numbers.end(), 1);
  return parallel_sum(numbers, 4) == 5'000'350'006 ? 0 : 1;
}
