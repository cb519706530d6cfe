// A progress display reads an atomic count that the pushing thread keeps beside
// its vector.
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  std::vector<int> found;
  std::atomic<size_t> foundSoFar{0};
  std::thread search([&] {
    for (int n = 1; n < 3000; ++n)
      if (n % 7 == 0) {
        found.push_back(n);
        foundSoFar = found.size();
      }
  });
  for (int tick = 0; tick < 3; ++tick) {
    std::printf("%zu found\n", foundSoFar.load());
    std::this_thread::yield();
  }
  search.join();
  return found.size() == 428 ? 0 : 1;
}
