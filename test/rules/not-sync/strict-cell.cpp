// RUN: not %fearless check --strict %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A cell is for one thread: sharing it is wrong whoever writes.
#include <thread>
class Cell {
public:
  void set(int V) const { Value = V; }
  int get() const { return Value; }

private:
  mutable int Value = 0;
};
int main() {
  Cell C;
  std::thread Other([&C] { return C.get(); });
  Other.join();
  C.set(1);
}

// CHECK: {{^}}{{.*}}strict-cell.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'C' lets another thread share a 'Cell', which is for one thread at a time [fearless-not-sync]{{$}}
// CHECK: {{^}}{{.*}}strict-cell.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: 'Cell::Value' is a plain value: a const member function writes it without a lock{{$}}
// CHECK: {{^}}{{.*}}strict-cell.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here runs a lambda in 'main' with it{{$}}
// CHECK: {{^}}{{.*}}strict-cell.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: guard it with a mutex that owns it, or give the thread one of its own{{$}}
