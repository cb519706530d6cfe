// A configuration is changed while a thread reads it.
#include <cstdio>
#include <thread>

struct Config {
  int limit;
};

int main() {
  Config config{1};
  {
    std::jthread worker([&] { std::printf("%d\n", config.limit); }); // ERROR-ALSO
    config.limit = 2; // ERROR
  }
}
