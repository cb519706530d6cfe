// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A const member function writes: to what is mutable, and through a pointer.
#include <fearless/annotations.h>
#include <memory>
class FEARLESS_SYNC Counter {
public:
  int get() const {
    ++Reads;
    return Value;
  }

private:
  int Value = 0;
  mutable int Reads = 0;
};
class FEARLESS_SYNC Gauge {
public:
  int get() const {
    ++*Reads;
    return Value;
  }

private:
  int Value = 0;
  std::unique_ptr<int> Reads = std::make_unique<int>(0);
};
int main() {
  Counter C;
  Gauge G;
  return C.get() + G.get();
}
