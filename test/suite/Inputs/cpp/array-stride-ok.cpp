// Four threads start at 0..3 and step by four: the strides never meet.
#include <array>
#include <thread>

static constexpr unsigned Threads = 4;
static constexpr unsigned Step = Threads;
static std::array<unsigned, 64> marks;

static void mark(unsigned self) {
  for (unsigned i = self; i < marks.size(); i += Step)
    marks[i] = self;
}

int main() {
  std::thread team[Threads];
  for (unsigned t = 0; t < Threads; ++t)
    team[t] = std::thread(mark, t);
  for (std::thread &member : team)
    member.join();
  return marks[63] < Threads ? 0 : 1;
}
