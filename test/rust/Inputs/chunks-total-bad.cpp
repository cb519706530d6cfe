// Threads with a chunk each all add to one variable.
#include <cstdio>
#include <numeric>
#include <span>
#include <thread>
#include <vector>

int main() {
  const std::vector<int> data(8, 1);
  int total = 0;
  {
    std::vector<std::jthread> workers;
    for (int i = 0; i < 2; ++i) {
      auto chunk = std::span<const int>(data).subspan(i * 4, 4);
      workers.emplace_back([&total, chunk] { // ERROR
        total += std::accumulate(chunk.begin(), chunk.end(), 0);
      });
    }
  }
  std::printf("%d\n", total);
}
