// The parts that threads change overlap by one.
#include <cstdio>
#include <span>
#include <thread>
#include <vector>

int main() {
  std::vector<int> data(4);
  {
    std::vector<std::jthread> workers;
    for (int i = 0; i < 2; ++i) {
      auto part = std::span<int>(data).subspan(i, 2); // ERROR
      workers.emplace_back([part] {
        part[0] += 1; // ERROR-ALSO
        part[1] += 1; // ERROR-ALSO
      });
    }
  }
  std::printf("%d\n", data[1]);
}
