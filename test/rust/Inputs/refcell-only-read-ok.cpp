// Both threads only read.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  const std::vector<int> list{1, 2, 3};
  {
    std::jthread worker([&] { std::printf("%zu\n", list.size()); });
    std::printf("%zu\n", list.size());
  }
}
