// The environment is changed before the thread starts, and both only read it
// from then on.
#include <cstdlib>
#include <cstring>
#include <thread>

static size_t homeLength() {
  const char *home = std::getenv("SUITE_HOME");
  return home ? std::strlen(home) : 0;
}

int main() {
  size_t length = 0;
  setenv("SUITE_HOME", "/home/somebody", 1);
  std::thread reader([&length] { length = homeLength(); });
  size_t here = homeLength();
  reader.join();
  return length == here ? 0 : 1;
}
