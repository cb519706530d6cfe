// The starter moves a vector away while its thread reads it.
#include <cstdio>
#include <thread>
#include <utility>
#include <vector>

int main() {
  std::vector<int> list{1, 2};
  {
    std::jthread worker([&] { std::printf("%zu\n", list.size()); }); // ERROR-ALSO
    auto other = std::exchange(list, {}); // ERROR
    std::printf("%zu\n", other.size());
  }
}
