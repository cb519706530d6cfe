// The table made under pthread_once is extended by whoever calls first
// afterwards.
#include <pthread.h>
#include <thread>
#include <vector>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static std::vector<unsigned> powers;

static void makePowers() {
  for (unsigned p = 1; p < 1000; p *= 3)
    powers.push_back(p);
}

static unsigned power(size_t n) {
  pthread_once(&once, makePowers);
  while (powers.size() <= n)             // RACE
    powers.push_back(powers.back() * 3); // RACE
  return powers[n];                      // RACE
}

int main() {
  unsigned a = 0, b = 0;
  std::thread first([&a] { a = power(9); });
  std::thread second([&b] { b = power(8); });
  first.join();
  second.join();
  return a + b != 1 ? 0 : 1;
}
