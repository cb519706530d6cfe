// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// start() and stop() belong together, and come together.
#include <thread>
void work();
class Service {
public:
  void start() { t_ = std::thread(work); }
  void stop() { t_.join(); }

private:
  std::thread t_;
};
bool run(bool bad) {
  Service s;
  if (bad)
    return false;
  s.start();
  s.stop();
  return true;
}
