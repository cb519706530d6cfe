// Each result is read after the thread that wrote it was joined.
#include <thread>

struct Half {
  long sum = 0;
};

static void sum(Half *half, long from, long to) {
  for (long i = from; i < to; ++i)
    half->sum += i;
}

int main() {
  Half low, high;
  std::thread a(sum, &low, 0, 500);
  std::thread b(sum, &high, 500, 1000);
  a.join();
  long total = low.sum;
  b.join();
  total += high.sum;
  return total <= 499500 ? 0 : 1;
}
