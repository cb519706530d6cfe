// A map over a vector on several threads, for all types that may be used so:
// items that are read by other threads, results that are made by them.
#include <fearless/scope.h>
#include <fearless/send.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <type_traits>
#include <vector>

using fearless::Scope;
using fearless::ScopedJoinHandle;
using fearless::Send;
using fearless::Sync;

template <Sync T, Sync F, Send R = std::invoke_result_t<const F &, const T &>>
std::vector<R> parallel_map(const std::vector<T> &items, const F &function,
                            std::size_t threads) {
  std::vector<R> results;
  fearless::scope([&](Scope &scope) {
    std::vector<ScopedJoinHandle<std::vector<R>>> chunks;
    for (std::size_t i = 0; i < threads; ++i)
      chunks.push_back(
          scope.spawn([&items, &function, begin = items.size() * i / threads,
                       end = items.size() * (i + 1) / threads] {
            std::vector<R> made;
            for (auto n = begin; n < end; ++n)
              made.push_back(std::invoke(function, items[n]));
            return made;
          }));
    for (auto &chunk : chunks) // in order, whoever is done first
      std::ranges::move(chunk.join(), std::back_inserter(results));
  });
  return results;
}

int main() {
  const std::vector<std::string> words{"one", "three", "fifteen", "", "two"};
  const auto lengths = parallel_map(words, &std::string::size, 3);
  return lengths == std::vector<std::size_t>{3, 5, 7, 0, 3} ? 0 : 1;
}
