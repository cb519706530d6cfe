// A parallel map asks for items that may be read by many.
#include <concepts>
#include <cstdio>
#include <thread>
#include <type_traits>
#include <vector>

template <std::integral T, class F>
static auto parallelMap(const std::vector<T> &items, const F &f) {
  std::vector<std::invoke_result_t<F, const T &>> results(items.size());
  std::vector<std::jthread> workers;
  for (std::size_t i = 0; i < items.size(); ++i)
    workers.emplace_back([&, i] { results[i] = f(items[i]); });
  workers.clear();
  return results;
}

int main() {
  const std::vector<int> items{1, 2};
  auto more = parallelMap(items, [](int n) { return n + 1; });
  std::printf("%d %d\n", more[0], more[1]);
}
