// A shared configuration remembers the last lookup in a Cell.
#include "rust.h"
#include <cstdio>
#include <thread>
#include <utility>
#include <vector>

struct Config {
  explicit Config(std::vector<int> values) : values(std::move(values)) {}
  int value(std::size_t key) const {
    last.set(key); // ERROR-ALSO
    return values[key];
  }

  std::vector<int> values;
  rust::Cell<std::size_t> last;
};

int main() {
  auto config = std::make_shared<const Config>(std::vector<int>{1, 2});
  auto other = config;
  std::thread worker( // ERROR
      [other = std::move(other)] { std::printf("%d\n", other->value(0)); });
  std::printf("%d\n", config->value(1));
  worker.join();
  std::printf("%zu\n", config->last.get());
}
