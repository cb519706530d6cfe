// A logger of any kind is shared; this one keeps its lines in a Mutex.
#include "rust.h"
#include <thread>
#include <vector>

struct Logger {
  virtual ~Logger() = default;
  virtual void log(int line) const = 0;
};

struct Memory : Logger {
  void log(int line) const override { lines.lock()->push_back(line); }
  mutable rust::Mutex<std::vector<int>> lines;
};

int main() {
  std::shared_ptr<const Logger> logger = std::make_shared<Memory>();
  auto other = logger;
  std::thread worker([other = std::move(other)] { other->log(1); });
  logger->log(2);
  worker.join();
}
