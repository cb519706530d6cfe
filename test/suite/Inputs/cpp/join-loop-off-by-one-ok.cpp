// The joining loop covers every thread before the sum is made.
#include <cstddef>
#include <thread>
#include <vector>

int main() {
  constexpr std::size_t Count = 4;
  std::vector<long> partial(Count);
  std::vector<std::thread> team;
  for (std::size_t i = 0; i < Count; ++i)
    team.emplace_back([&partial, i] {
      for (long n = 0; n < 1000; ++n)
        partial[i] += n;
    });
  for (std::size_t i = 0; i < Count; ++i)
    team[i].join();
  long sum = 0;
  for (long p : partial)
    sum += p;
  return sum >= 0 ? 0 : 1;
}
