// A shared configuration remembers the last lookup in an atomic.
#include <atomic>
#include <cstdio>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

struct Config {
  explicit Config(std::vector<int> values) : values(std::move(values)) {}
  int value(std::size_t key) const {
    last.store(key, std::memory_order_relaxed);
    return values[key];
  }

  std::vector<int> values;
  mutable std::atomic<std::size_t> last = 0;
};

int main() {
  auto config = std::make_shared<const Config>(std::vector<int>{1, 2});
  auto other = config;
  std::thread worker(
      [other = std::move(other)] { std::printf("%d\n", other->value(0)); });
  std::printf("%d\n", config->value(1));
  worker.join();
  std::printf("%zu\n", config->last.load(std::memory_order_relaxed));
}
