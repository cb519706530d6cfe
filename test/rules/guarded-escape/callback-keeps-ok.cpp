// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The callback leaves a number.
#include <map>
#include <mutex>
#include <thread>

template <class T> class Guarded {
public:
  template <class F> void with(F &&Do) {
    std::lock_guard<std::mutex> Guard(Mu);
    Do(Value);
  }

private:
  std::mutex Mu;
  T Value;
};

using Table = std::map<int, int>;

static unsigned long size(Guarded<Table> &Shared) {
  unsigned long Size = 0;
  Shared.with([&](Table &T) {
    Table *Here = &T;
    Size = Here->size();
  });
  return Size;
}

int main() {
  Guarded<Table> Shared;
  std::thread Writer([&] { Shared.with([](Table &T) { T[1] = 2; }); });
  unsigned long Size = size(Shared);
  Writer.join();
  return Size > 100;
}
