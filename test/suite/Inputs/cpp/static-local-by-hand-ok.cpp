// The static table is initialised by the language: the first caller runs it and
// others wait.
#include <array>
#include <thread>

static std::array<int, 32> make() {
  std::array<int, 32> table;
  for (int i = 0; i < 32; ++i)
    table[i] = i * i * i;
  return table;
}

static const std::array<int, 32> &cubes() {
  static const std::array<int, 32> table = make();
  return table;
}

static void sum(long *out) {
  for (int cube : cubes())
    *out += cube;
}

int main() {
  long a = 0, b = 0;
  std::thread other(sum, &a);
  sum(&b);
  other.join();
  return a == b ? 0 : 1;
}
