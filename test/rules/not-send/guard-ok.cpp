// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The guard that is moved holds nothing yet: the thread locks and unlocks.
#include <mutex>
#include <thread>
class Log {
public:
  ~Log() {
    if (Worker.joinable())
      Worker.join();
  }
  void begin() {
    std::unique_lock<std::mutex> L(Mu, std::defer_lock);
    Worker = std::thread([this, L = std::move(L)]() mutable {
      L.lock();
      Size = 1;
    });
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
