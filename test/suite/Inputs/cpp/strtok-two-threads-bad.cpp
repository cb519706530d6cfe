// strtok() keeps its place in hidden static state, and two threads split
// strings at once.
#include <cstring>
#include <string>
#include <thread>

static int words(std::string text) {
  int count = 0;
  for (char *word = std::strtok(text.data(), " "); word; // RACE
       word = std::strtok(nullptr, " "))                 // RACE
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
