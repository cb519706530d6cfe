// Each worker is given a heap object of its own; they meet only after the
// joins.
#include <memory>
#include <thread>

struct Histogram {
  unsigned buckets[8] = {};
  void add(unsigned sample) { ++buckets[sample % 8]; }
};

static void count(Histogram *into, unsigned seed) {
  for (unsigned i = 0; i < 1000; ++i) {
    seed = seed * 1103515245u + 12345u;
    into->add(seed >> 16);
  }
}

int main() {
  auto first = std::make_unique<Histogram>();
  auto second = std::make_unique<Histogram>();
  std::thread a(count, first.get(), 1);
  std::thread b(count, second.get(), 2);
  a.join();
  b.join();
  unsigned sum = 0;
  for (unsigned n : first->buckets)
    sum += n;
  for (unsigned n : second->buckets)
    sum += n;
  return sum == 2000 ? 0 : 1;
}
