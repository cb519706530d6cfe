// Two threads change a half of one array each.
#include <array>
#include <cstdio>
#include <span>
#include <thread>

int main() {
  std::array<int, 4> data{1, 2, 3, 4};
  auto left = std::span<int>(data).first(2);
  auto right = std::span<int>(data).last(2);
  {
    std::jthread one([&] {
      for (int &n : left)
        n += 1;
    });
    std::jthread two([&] {
      for (int &n : right)
        n *= 2;
    });
  }
  std::printf("%d\n", data[0]);
}
