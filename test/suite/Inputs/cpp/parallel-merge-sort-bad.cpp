// The halves that the recursion sorts in parallel overlap in the middle
// element.
#include <algorithm>
#include <thread>
#include <vector>

static void sort(int *from, int *to, int depth) {
  if (to - from < 2)
    return;
  if (depth == 0) {
    std::sort(from, to); // RACE
    return;
  }
  int *middle = from + (to - from) / 2;
  std::thread left(sort, from, middle + 1, depth - 1);
  sort(middle, to, depth - 1);
  left.join();
  std::vector<int> merged(to - from);
  std::merge(from, middle, middle, to, merged.begin()); // RACE
  std::copy(merged.begin(), merged.end(), from);        // RACE
}

int main() {
  std::vector<int> numbers;
  for (unsigned i = 0; i < 512; ++i)
    numbers.push_back(static_cast<int>(i * 2654435761u >> 8));
  sort(numbers.data(), numbers.data() + numbers.size(), 2);
  return std::is_sorted(numbers.begin(), numbers.end()) ? 0 : 1;
}
