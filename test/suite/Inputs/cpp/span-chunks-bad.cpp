// The chunks handed to the threads as spans overlap by one element.
#include <span>
#include <thread>
#include <vector>

static void scale(std::span<double> chunk, double factor) {
  for (double &value : chunk) // RACE
    value *= factor;          // RACE
}

int main() {
  std::vector<double> samples(120, 1.0);
  std::span<double> all(samples);
  constexpr size_t Parts = 3;
  const size_t length = samples.size() / Parts;
  std::vector<std::thread> team;
  for (size_t p = 0; p < Parts; ++p)
    team.emplace_back(
        scale, all.subspan(p * length, p + 1 < Parts ? length + 1 : length),
        2.0);
  for (std::thread &t : team)
    t.join();
  return samples[0] == 2.0 ? 0 : 1;
}
