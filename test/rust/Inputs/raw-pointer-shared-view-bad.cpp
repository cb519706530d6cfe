// Two threads share a view that is a pointer, and write through it.
#include <cstdio>
#include <thread>
#include <vector>

struct View {
  int *start;
  unsigned long len;
};

int main() {
  std::vector<int> numbers{1, 2, 3};
  View view{numbers.data(), numbers.size()};
  {
    std::jthread worker( // ERROR
        [&view] { *view.start = static_cast<int>(view.len); });
    *view.start = 0; // ERROR-ALSO
  }
}
