// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Both take the lock.
#include <fearless/annotations.h>
#include <mutex>
#include <thread>
class FEARLESS_NOT_SYNC Connection {
public:
  void send(int Value) const;
};
class Pool {
public:
  void send(int Value) {
    std::lock_guard<std::mutex> Lock(Mu);
    Line.send(Value);
  }
  void flush() {
    std::lock_guard<std::mutex> Lock(Mu);
    Line.send(0);
  }

private:
  std::mutex Mu;
  Connection Line;
};
int main() {
  Pool P;
  std::thread Other([&] { P.send(1); });
  P.flush();
  Other.join();
}
