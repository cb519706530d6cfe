// The parts that threads change do not overlap.
#include <cstdio>
#include <span>
#include <thread>
#include <vector>

int main() {
  std::vector<int> data(4);
  {
    std::vector<std::jthread> workers;
    for (int i = 0; i < 2; ++i) {
      auto part = std::span<int>(data).subspan(i * 2, 2);
      workers.emplace_back([part] {
        part[0] += 1;
        part[1] += 1;
      });
    }
  }
  std::printf("%d\n", data[1]);
}
