// Two threads in a block write a variable each.
#include <cstdio>
#include <thread>

int main() {
  int first = 0;
  int second = 0;
  {
    std::jthread one([&] { first += 1; });
    std::jthread two([&] { second += 2; });
  }
  std::printf("%d %d\n", first, second);
}
