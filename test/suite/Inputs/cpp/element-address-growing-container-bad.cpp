// Each thread is given the address of the vector's last element, and the next
// emplace_back moves them all.
#include <thread>
#include <vector>

struct Result {
  long value = 0;
};

using Results = std::vector<Result>;

static void compute(Result *into, int n) {
  for (int i = 0; i < n; ++i)
    into->value += i; // RACE
}

int main() {
  Results results;
  std::vector<std::thread> team;
  for (int i = 0; i < 8; ++i) {
    results.emplace_back(); // RACE
    team.emplace_back(compute, &results.back(), 100 + i);
  }
  for (std::thread &t : team)
    t.join();
  return results.size() == 8 ? 0 : 1;
}
