// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each changes only its own.
#include <thread>
#include <vector>
struct Stats {
  long bytes = 0;
};
class Worker {
public:
  explicit Worker(Stats &stats) : stats_(stats), thread_([this] { run(); }) {}
  ~Worker() { thread_.join(); }

private:
  void run() { own_ += 10; }
  Stats &stats_;
  long own_ = 0;
  std::thread thread_;
};
int main() {
  Stats stats;
  { Worker first(stats), second(stats); }
  return stats.bytes;
}
