// The starter writes what its thread read, after the block.
#include <cstdio>
#include <thread>

int main() {
  int number = 1;
  {
    std::jthread worker([&] { std::printf("%d\n", number); });
  }
  number = 2;
  std::printf("%d\n", number);
}
