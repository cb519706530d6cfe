// Two threads in a block write one variable.
#include <cstdio>
#include <thread>

int main() {
  int first = 0;
  int second = 0;
  {
    std::jthread one([&] { first += 1; }); // ERROR-ALSO
    std::jthread two([&] { first += 2; }); // ERROR
  }
  std::printf("%d %d\n", first, second);
}
