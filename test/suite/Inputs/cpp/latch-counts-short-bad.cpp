// The latch waits for two of the three loaders, so the reader may start while
// the first still writes.
#include <latch>
#include <thread>

static int parts[3];
static std::latch loaded(2);

static void load(int which) {
  parts[which] = which + 1; // RACE
  if (which > 0)
    loaded.count_down();
}

int main() {
  std::thread loaders[3];
  for (int i = 0; i < 3; ++i)
    loaders[i] = std::thread(load, i);
  loaded.wait();
  int sum = parts[0] + parts[1] + parts[2]; // RACE
  for (std::thread &t : loaders)
    t.join();
  return sum > 6;
}
