// Two threads fill disjoint halves of one array.
#include <thread>

static constexpr int Size = 100;
static double samples[Size];

static void fill(int from, int to, double value) {
  for (int i = from; i < to; ++i)
    samples[i] = value * i;
}

int main() {
  std::thread lower(fill, 0, Size / 2, 1.0);
  std::thread upper(fill, Size / 2, Size, 2.0);
  lower.join();
  upper.join();
  return samples[Size - 1] > 0 ? 0 : 1;
}
