// Two threads share a view of constant numbers.
#include <cstdio>
#include <span>
#include <thread>
#include <vector>

struct View {
  std::span<const int> start;
  unsigned long len;
};

int main() {
  const std::vector<int> numbers{1, 2, 3};
  const View view{numbers, numbers.size()};
  {
    std::jthread worker(
        [&view] { std::printf("%d %lu\n", view.start[0], view.len); });
    std::printf("%d %lu\n", view.start[0], view.len);
  }
}
