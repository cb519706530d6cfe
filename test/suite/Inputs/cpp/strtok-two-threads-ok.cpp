// strtok_r() keeps its place in a variable of the caller's.
#include <cstring>
#include <string>
#include <thread>

static int words(std::string text) {
  int count = 0;
  char *place = nullptr;
  for (char *word = strtok_r(text.data(), " ", &place); word;
       word = strtok_r(nullptr, " ", &place))
    ++count;
  return count;
}

int main() {
  int first = 0, second = 0;
  std::thread a([&] { first = words("to be or not to be"); });
  std::thread b([&] { second = words("that is the question"); });
  a.join();
  b.join();
  return first == 6 && second == 4 ? 0 : 1;
}
