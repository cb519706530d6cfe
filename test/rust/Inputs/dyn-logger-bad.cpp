// A logger of any kind is shared; this one keeps its lines in a RefCell.
#include "rust.h"
#include <thread>
#include <vector>

struct Logger {
  virtual ~Logger() = default;
  virtual void log(int line) const = 0;
};

struct Memory : Logger {
  void log(int line) const override { // ERROR-ALSO
    lines.borrowMut()->push_back(line);
  }
  rust::RefCell<std::vector<int>> lines;
};

int main() {
  std::shared_ptr<const Logger> logger = std::make_shared<Memory>();
  auto other = logger;
  std::thread worker([other = std::move(other)] { other->log(1); }); // ERROR
  logger->log(2);
  worker.join();
}
