// Each thread sets elements of its own in a vector of char, whose elements are
// separate locations.
#include <thread>
#include <vector>

using Flags = std::vector<char>;

static void mark(Flags &flags, size_t first) {
  for (size_t i = first; i < flags.size(); i += 2)
    flags[i] = true;
}

int main() {
  Flags flags(512);
  std::thread even([&flags] { mark(flags, 0); });
  std::thread odd([&flags] { mark(flags, 1); });
  even.join();
  odd.join();
  return flags[0] && flags[1] ? 0 : 1;
}
