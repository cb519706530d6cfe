// The helper starts a thread on its reference parameter and leaves it running
// for the caller to trip over.
#include <functional>
#include <numeric>
#include <thread>
#include <vector>

static std::thread background;

static void fillAsync(std::vector<int> &target) {
  background = std::thread([&target] {
    std::iota(target.begin(), target.end(), 1); // RACE
  });
}

int main() {
  std::vector<int> numbers(200);
  fillAsync(numbers);
  long sum = std::accumulate(numbers.begin(), numbers.end(), 0L); // RACE
  background.join();
  return sum <= 20100 ? 0 : 1;
}
