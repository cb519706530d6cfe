// The helper joins its thread before it returns, so the caller has the vector
// for itself again.
#include <functional>
#include <numeric>
#include <thread>
#include <vector>

static std::thread background;

static void fillAsync(std::vector<int> &target) {
  background =
      std::thread([&target] { std::iota(target.begin(), target.end(), 1); });
  background.join();
}

int main() {
  std::vector<int> numbers(200);
  fillAsync(numbers);
  long sum = std::accumulate(numbers.begin(), numbers.end(), 0L);
  return sum <= 20100 ? 0 : 1;
}
