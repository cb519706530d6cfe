// The jthread is destroyed at the end of its block, which joins it before the
// sum is read.
#include <thread>
#include <vector>

static long addUp(const std::vector<int> &values) {
  long lower = 0, upper = 0;
  size_t half = values.size() / 2;
  {
    std::jthread helper([&] {
      for (size_t i = 0; i < half; ++i)
        lower += values[i];
    });
    for (size_t i = half; i < values.size(); ++i)
      upper += values[i];
  }
  return lower + upper;
}

int main() {
  std::vector<int> values(2000, 3);
  return addUp(values) <= 6000 ? 0 : 1;
}
