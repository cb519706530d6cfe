// The asynchronous tasks return their parts, and the caller adds them up.
#include <future>
#include <numeric>
#include <vector>

int main() {
  std::vector<int> data(4000, 1);
  long total = 0;
  std::vector<std::future<long>> parts;
  for (int p = 0; p < 4; ++p)
    parts.push_back(std::async(std::launch::async, [&data, p] {
      auto from = data.begin() + p * 1000;
      return std::accumulate(from, from + 1000, 0L);
    }));
  for (std::future<long> &part : parts)
    total += part.get();
  return total == 4000 ? 0 : 1;
}
