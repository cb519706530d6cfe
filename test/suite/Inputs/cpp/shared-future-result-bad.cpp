// All consumers of the shared future sort the one result in place.
#include <algorithm>
#include <future>
#include <memory>
#include <thread>
#include <vector>

using Result = std::shared_ptr<std::vector<int>>;

static int smallest(std::shared_future<Result> future) {
  Result result = future.get();
  std::sort(result->begin(), result->end()); // RACE
  return result->front();                    // RACE
}

int main() {
  std::promise<Result> promise;
  std::shared_future<Result> future = promise.get_future().share();
  int a = 0, b = 0;
  std::thread first([&, future] { a = smallest(future); });
  std::thread second([&, future] { b = smallest(future); });
  promise.set_value(std::make_shared<std::vector<int>>(
      std::vector<int>{9, 4, 7, 1, 8, 2, 6}));
  first.join();
  second.join();
  return a == b ? 0 : 1;
}
