// Two threads get the same half of a split vector.
#include <cstdio>
#include <span>
#include <thread>
#include <vector>

int main() {
  std::vector<int> data{1, 2, 3, 4};
  std::span<int> left(data.data(), 2);
  std::span<int> right(data.data() + 2, 2);
  {
    std::jthread one([left] { left[0] += 1; }); // ERROR-ALSO
    std::jthread two([left] { left[0] += 2; }); // ERROR
  }
  std::printf("%d %d\n", left[0], right[0]);
}
