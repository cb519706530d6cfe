// Each thread adds up a chunk of what the caller has, and returns its sum.
#include <fearless/scope.h>

#include <numeric>
#include <span>
#include <vector>

using fearless::Scope;
using fearless::ScopedJoinHandle;

long parallel_sum(std::span<const int> numbers, std::size_t threads) {
  return fearless::scope([&](Scope &scope) {
    std::vector<ScopedJoinHandle<long>> sums;
    for (std::size_t i = 0; i < threads; ++i) {
      const auto begin = numbers.size() * i / threads;
      const auto end = numbers.size() * (i + 1) / threads;
      sums.push_back(scope.spawn([chunk = numbers.subspan(begin, end - begin)] {
        return std::accumulate(chunk.begin(), chunk.end(), 0L);
      }));
    }
    long total = 0;
    for (auto &sum : sums)
      total += sum.join();
    return total;
  });
}

int main() {
  std::vector<int> numbers(100'003);
  std::iota(numbers.begin(), numbers.end(), 1);
  return parallel_sum(numbers, 4) == 5'000'350'006 ? 0 : 1;
}
