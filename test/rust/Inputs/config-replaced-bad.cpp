// The current configuration is replaced while a thread copies its shared_ptr.
#include "rust.h"
#include <cstdio>
#include <thread>

struct Config {
  int limit;
};

int main() {
  rust::RefCell<std::shared_ptr<const Config>> current(
      std::make_shared<const Config>(Config{1}));
  {
    std::jthread worker([&] { // ERROR
      auto config = *current.borrow(); // ERROR-ALSO
      std::printf("%d\n", config->limit);
    });
    *current.borrowMut() = std::make_shared<const Config>(Config{2}); // ERROR-ALSO
  }
}
