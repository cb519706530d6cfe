// One thread changes the environment while the other reads it.
#include <cstdlib>
#include <cstring>
#include <thread>

static size_t homeLength() {
  const char *home = std::getenv("SUITE_HOME"); // RACE
  return home ? std::strlen(home) : 0;          // RACE
}

int main() {
  size_t length = 0;
  std::thread reader([&length] { length = homeLength(); });
  setenv("SUITE_HOME", "/home/somebody", 1); // RACE
  reader.join();
  return length <= 14 ? 0 : 1;
}
