// The threads capture the loop variable by value and write one slot each.
#include <thread>
#include <vector>

int main() {
  constexpr int Workers = 4;
  int squares[Workers + 1] = {};
  std::vector<std::thread> pool;
  for (int i = 0; i < Workers; ++i) {
    pool.emplace_back([&squares, i] { squares[i] = i * i; });
  }
  for (std::thread &t : pool)
    t.join();
  return squares[0];
}
