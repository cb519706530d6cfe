// The asynchronous tasks all add into one captured total.
#include <future>
#include <numeric>
#include <vector>

int main() {
  std::vector<int> data(4000, 1);
  long total = 0;
  std::vector<std::future<void>> parts;
  for (int p = 0; p < 4; ++p)
    parts.push_back(std::async(std::launch::async, [&data, &total, p] {
      auto from = data.begin() + p * 1000;
      total += std::accumulate(from, from + 1000, 0L); // RACE
    }));
  for (std::future<void> &part : parts)
    part.get();
  return total == 4000 ? 0 : 1;
}
