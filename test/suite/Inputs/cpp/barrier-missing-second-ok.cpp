// One barrier separates writing from reading and a second one reading from the
// next round's writing.
#include <barrier>
#include <thread>

static constexpr int Team = 3;
static int current[Team];
static std::barrier<> rendezvous(Team);

static void run(int self, int *sum) {
  for (int round = 0; round < 50; ++round) {
    current[self] = round * self;
    rendezvous.arrive_and_wait();
    *sum += current[(self + 1) % Team];
    rendezvous.arrive_and_wait();
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
