// A cache entry is filled in while only a shared (reader) lock is held.
#include <map>
#include <mutex>
#include <shared_mutex>
#include <thread>

class Factorials {
public:
  unsigned long get(unsigned n) {
    std::shared_lock<std::shared_mutex> hold(lock);
    auto at = known.find(n); // RACE
    if (at != known.end())
      return at->second;          // RACE
    return known[n] = compute(n); // RACE
  }

private:
  static unsigned long compute(unsigned n) {
    unsigned long product = 1;
    for (unsigned i = 2; i <= n; ++i)
      product *= i;
    return product;
  }

  std::shared_mutex lock;
  std::map<unsigned, unsigned long> known;
};

int main() {
  Factorials factorials;
  auto ask = [&factorials] {
    for (unsigned n = 0; n < 18; ++n)
      factorials.get(n);
  };
  std::thread a(ask), b(ask);
  a.join();
  b.join();
  return factorials.get(4) == 24 ? 0 : 1;
}
