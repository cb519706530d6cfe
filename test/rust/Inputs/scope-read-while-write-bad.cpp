// The starter reads a vector that its thread extends.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  std::vector<int> list{1, 2};
  {
    std::jthread worker([&] { list.push_back(3); }); // ERROR-ALSO
    std::printf("%zu\n", list.size()); // ERROR
  }
}
