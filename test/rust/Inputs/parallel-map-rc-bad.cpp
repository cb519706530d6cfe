// A parallel map gets items that are Rc.
#include "rust.h"
#include <cstdio>
#include <thread>
#include <type_traits>
#include <vector>

template <class T, class F>
static auto parallelMap(const std::vector<T> &items, const F &f) {
  std::vector<std::invoke_result_t<F, const T &>> results(items.size());
  std::vector<std::jthread> workers;
  for (std::size_t i = 0; i < items.size(); ++i)
    workers.emplace_back([&, i] { results[i] = f(items[i]); }); // ERROR-ALSO
  workers.clear();
  return results;
}

int main() {
  rust::Rc<int> one(1);
  std::vector<rust::Rc<int>> items{one, one};
  auto more = parallelMap(items, [](const rust::Rc<int> &n) { // ERROR
    auto copy = n;
    return *copy + 1;
  });
  std::printf("%d %d\n", more[0], more[1]);
}
