// A parallel map gets items that are shared_ptr.
#include <cstdio>
#include <memory>
#include <thread>
#include <type_traits>
#include <vector>

template <class T, class F>
static auto parallelMap(const std::vector<T> &items, const F &f) {
  std::vector<std::invoke_result_t<F, const T &>> results(items.size());
  std::vector<std::jthread> workers;
  for (std::size_t i = 0; i < items.size(); ++i)
    workers.emplace_back([&, i] { results[i] = f(items[i]); });
  workers.clear();
  return results;
}

int main() {
  auto one = std::make_shared<const int>(1);
  std::vector<std::shared_ptr<const int>> items{one, one};
  auto more = parallelMap(items, [](const std::shared_ptr<const int> &n) {
    auto copy = n;
    return *copy + 1;
  });
  std::printf("%d %d\n", more[0], more[1]);
}
