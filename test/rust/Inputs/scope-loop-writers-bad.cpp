// Threads, started in a loop, all add to one variable.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  int total = 0;
  {
    std::vector<std::jthread> workers;
    for (int i = 0; i < 4; ++i)
      workers.emplace_back([&] { total += 1; }); // ERROR
  }
  std::printf("%d\n", total);
}
