// The configuration is replaced under the lock under which a thread copies it.
#include "rust.h"
#include <cstdio>
#include <thread>

struct Config {
  int limit;
};

int main() {
  rust::Mutex<std::shared_ptr<const Config>> current(
      std::make_shared<const Config>(Config{1}));
  {
    std::jthread worker([&] {
      auto config = *current.lock();
      std::printf("%d\n", config->limit);
    });
    *current.lock() = std::make_shared<const Config>(Config{2});
  }
}
