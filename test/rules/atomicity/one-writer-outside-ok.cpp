// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A list in a library: whoever inserts is alone, by agreement; readers are not.
#include <atomic>

class List {
public:
  void raise(int To) {
    if (To > Height.load(std::memory_order_relaxed))
      Height.store(To, std::memory_order_relaxed);
  }
  int height() const { return Height.load(std::memory_order_relaxed); }

private:
  std::atomic<int> Height{1};
};

void insert(List &L) { L.raise(3); }
