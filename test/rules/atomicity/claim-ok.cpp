// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Who finds the flag clear sets it before the lock is given back, so that it is
// nobody else's to clear.
#include <mutex>
#include <thread>
class Saver {
public:
  bool save() {
    std::unique_lock<std::mutex> Guard(Mu);
    if (Busy)
      return false;
    Busy = true;
    Guard.unlock();
    work();
    Guard.lock();
    Busy = false;
    ++Saved;
    return true;
  }

private:
  void work() {}
  std::mutex Mu;
  bool Busy = false;
  int Saved = 0;
};
int main() {
  Saver S;
  std::thread A([&] { S.save(); }), B([&] { S.save(); });
  A.join();
  B.join();
}
