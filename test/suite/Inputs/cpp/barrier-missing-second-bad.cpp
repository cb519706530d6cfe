// After the barrier each thread reads its neighbour's cell, but nothing keeps
// the next round's write away.
#include <barrier>
#include <thread>

static constexpr int Team = 3;
static int current[Team];
static std::barrier<> rendezvous(Team);

static void run(int self, int *sum) {
  for (int round = 0; round < 50; ++round) {
    current[self] = round * self; // RACE
    rendezvous.arrive_and_wait();
    *sum += current[(self + 1) % Team]; // RACE
  }
}

int main() {
  int sums[Team] = {};
  std::thread team[Team];
  for (int t = 0; t < Team; ++t)
    team[t] = std::thread(run, t, &sums[t]);
  for (int t = 0; t < Team; ++t)
    team[t].join();
  return sums[0] < 0;
}
