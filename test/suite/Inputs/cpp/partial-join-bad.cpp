// Both results are read after only the first thread was joined.
#include <thread>

struct Half {
  long sum = 0;
};

static void sum(Half *half, long from, long to) {
  for (long i = from; i < to; ++i)
    half->sum += i; // RACE
}

int main() {
  Half low, high;
  std::thread a(sum, &low, 0, 500);
  std::thread b(sum, &high, 500, 1000);
  a.join();
  long total = low.sum;
  total += high.sum; // RACE
  b.join();
  return total <= 499500 ? 0 : 1;
}
