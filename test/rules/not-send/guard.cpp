// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A guard that holds the lock is moved to the thread, which then unlocks it.
#include <mutex>
#include <thread>
class Log {
public:
  ~Log() {
    if (Worker.joinable())
      Worker.join();
  }
  void begin() {
    std::unique_lock<std::mutex> L(Mu);
    Worker = std::thread([this, L = std::move(L)] { Size = 1; });
  }

private:
  std::mutex Mu;
  int Size = 0;
  std::thread Worker;
};
int main() {
  Log L;
  L.begin();
}
