// A result is read when the threads are done with their chunks.
#include <cstdio>
#include <span>
#include <thread>
#include <vector>

int main() {
  std::vector<int> data(8);
  {
    std::vector<std::jthread> workers;
    for (int i = 0; i < 2; ++i) {
      auto chunk = std::span<int>(data).subspan(i * 4, 4);
      workers.emplace_back([chunk] { chunk[0] = 1; });
    }
  }
  std::printf("%d\n", data[0]);
}
