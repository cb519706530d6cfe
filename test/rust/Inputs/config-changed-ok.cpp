// A configuration is changed while a thread reads it, under a lock.
#include "rust.h"
#include <cstdio>
#include <thread>

struct Config {
  int limit;
};

int main() {
  rust::RwLock<Config> config(Config{1});
  {
    std::jthread worker([&] { std::printf("%d\n", config.read()->limit); });
    config.write()->limit = 2;
  }
}
