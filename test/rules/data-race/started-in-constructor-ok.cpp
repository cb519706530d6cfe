// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A constructor starts its thread last.
#include <thread>
class Pump {
public:
  Pump() {
    rate_ = 8;
    thread_ = std::thread([this] { run(); });
  }
  ~Pump() { thread_.join(); }
  int rate() const { return rate_; }

private:
  void run() {
    for (int i = 0; i < rate_; ++i)
      moved_ += i;
  }
  int rate_ = 0, moved_ = 0;
  std::thread thread_;
};
int main() {
  Pump pump;
  return pump.rate();
}
