// The vector gets its full size first; the threads then write distinct elements
// and nobody grows it.
#include <thread>
#include <vector>

int main() {
  std::vector<long> lanes(64);
  std::thread first([&lanes] {
    for (int i = 0; i < 500; ++i)
      lanes[0] += i;
  });
  for (long n = 1; n < 64; ++n)
    lanes[n] = n;
  first.join();
  return lanes.size() == 64 ? 0 : 1;
}
