// The threads capture the loop variable by reference and read it while the loop
// advances it.
#include <thread>
#include <vector>

int main() {
  constexpr int Workers = 4;
  int squares[Workers + 1] = {};
  std::vector<std::thread> pool;
  for (int i = 0; i < Workers; ++i) {               // RACE
    pool.emplace_back([&] { squares[i] = i * i; }); // RACE
  }
  for (std::thread &t : pool)
    t.join();
  return squares[0];
}
