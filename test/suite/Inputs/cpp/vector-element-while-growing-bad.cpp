// One thread writes an element while another grows the vector and so moves all
// elements.
#include <thread>
#include <vector>

int main() {
  std::vector<long> lanes(1);
  std::thread first([&lanes] {
    for (int i = 0; i < 500; ++i)
      lanes[0] += i; // RACE
  });
  for (long n = 1; n < 64; ++n)
    lanes.push_back(n); // RACE
  first.join();
  return lanes.size() == 64 ? 0 : 1;
}
