// The starter reads a vector that its thread extended, after the block.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  std::vector<int> list{1, 2};
  {
    std::jthread worker([&] { list.push_back(3); });
  }
  std::printf("%zu\n", list.size());
}
