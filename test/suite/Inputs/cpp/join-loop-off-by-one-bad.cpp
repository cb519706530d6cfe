// The joining loop starts at one, so the first thread still runs when the sum
// is made.
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
        partial[i] += n; // RACE
    });
  for (std::size_t i = 1; i < Count; ++i)
    team[i].join();
  long sum = 0;
  for (long p : partial) // RACE
    sum += p;            // RACE
  team[0].join();
  return sum >= 0 ? 0 : 1;
}
