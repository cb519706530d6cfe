// A hand-written "initialised" flag guards the static table in place of the
// language's own.
#include <array>
#include <thread>

static const std::array<int, 32> &cubes() {
  static std::array<int, 32> table;
  static bool initialised = false;
  if (!initialised) { // RACE
    for (int i = 0; i < 32; ++i)
      table[i] = i * i * i; // RACE
    initialised = true;     // RACE
  }
  return table;
}

static void sum(long *out) {
  for (int cube : cubes()) // RACE
    *out += cube;          // RACE
}

int main() {
  long a = 0, b = 0;
  std::thread other(sum, &a);
  sum(&b);
  other.join();
  return a == b ? 0 : 1;
}
