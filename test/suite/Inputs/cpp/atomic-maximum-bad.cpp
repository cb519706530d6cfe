// The maximum is compared and stored in two steps: a smaller value can
// overwrite a larger one.
#include <atomic>
#include <thread>

static std::atomic<int> peak{0};

static void observe(int value) {
  if (value > peak.load()) // RACE
    peak.store(value);     // RACE
}

static void sample(unsigned seed) {
  for (int i = 0; i < 300; ++i) {
    seed = seed * 1103515245u + 12345u;
    observe(static_cast<int>(seed >> 18));
  }
}

int main() {
  std::thread a(sample, 1u), b(sample, 99u);
  a.join();
  b.join();
  return peak > 0 ? 0 : 1;
}
