// A progress display reads the vector's size while another thread pushes into
// it.
#include <cstdio>
#include <thread>
#include <vector>

int main() {
  std::vector<int> found;
  std::thread search([&] {
    for (int n = 1; n < 3000; ++n)
      if (n % 7 == 0)
        found.push_back(n); // RACE
  });
  for (int tick = 0; tick < 3; ++tick) {
    std::printf("%zu found\n", found.size()); // RACE
    std::this_thread::yield();
  }
  search.join();
  return found.size() == 428 ? 0 : 1;
}
