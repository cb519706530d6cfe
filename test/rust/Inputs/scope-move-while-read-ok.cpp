// The starter moves a vector away after the block in which a thread read it.
#include <cstdio>
#include <thread>
#include <utility>
#include <vector>

int main() {
  std::vector<int> list{1, 2};
  {
    std::jthread worker([&] { std::printf("%zu\n", list.size()); });
  }
  auto other = std::exchange(list, {});
  std::printf("%zu\n", other.size());
}
