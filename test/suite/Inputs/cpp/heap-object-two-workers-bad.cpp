// Both workers are given the same heap object and update it without a lock.
#include <memory>
#include <thread>

struct Histogram {
  unsigned buckets[8] = {};
  void add(unsigned sample) { ++buckets[sample % 8]; } // RACE
};

static void count(Histogram *into, unsigned seed) {
  for (unsigned i = 0; i < 1000; ++i) {
    seed = seed * 1103515245u + 12345u;
    into->add(seed >> 16);
  }
}

int main() {
  auto first = std::make_unique<Histogram>();
  std::thread a(count, first.get(), 1);
  std::thread b(count, first.get(), 2);
  a.join();
  b.join();
  unsigned sum = 0;
  for (unsigned n : first->buckets)
    sum += n;
  return sum == 2000 ? 0 : 1;
}
