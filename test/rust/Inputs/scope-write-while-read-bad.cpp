// The starter writes what its thread reads.
#include <cstdio>
#include <thread>

int main() {
  int number = 1;
  {
    std::jthread worker([&] { std::printf("%d\n", number); }); // ERROR-ALSO
    number = 2; // ERROR
  }
  std::printf("%d\n", number);
}
