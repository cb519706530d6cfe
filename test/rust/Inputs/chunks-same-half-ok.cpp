// Two threads get a half of a split vector each.
#include <cstdio>
#include <span>
#include <thread>
#include <vector>

int main() {
  std::vector<int> data{1, 2, 3, 4};
  std::span<int> left(data.data(), 2);
  std::span<int> right(data.data() + 2, 2);
  {
    std::jthread one([left] { left[0] += 1; });
    std::jthread two([right] { right[0] += 2; });
  }
  std::printf("%d %d\n", left[0], right[0]);
}
