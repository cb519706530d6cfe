// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// It is atomic, or under a lock, which a caller may hold; or nobody writes it there.
#include <atomic>
#include <fearless/annotations.h>
#include <memory>
#include <mutex>
class FEARLESS_SYNC Counter {
public:
  int get() const {
    ++Reads;
    return Value;
  }

private:
  int Value = 0;
  mutable std::atomic<int> Reads{0};
};
class FEARLESS_SYNC Gauge {
public:
  int get() const {
    std::lock_guard<std::mutex> L(Mu);
    count();
    return Value;
  }
  void reset() { *Reads = 0; }

private:
  void count() const { ++*Reads; }
  int Value = 0;
  mutable std::mutex Mu;
  std::unique_ptr<int> Reads = std::make_unique<int>(0);
};
int main() {
  Counter C;
  Gauge G;
  G.reset();
  return C.get() + G.get();
}
