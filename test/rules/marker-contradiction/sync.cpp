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

// CHECK: {{^}}{{.*}}sync.cpp:[[#@LINE-28]]:{{[0-9]+}}: warning: 'Counter' is marked FEARLESS_SYNC, which it cannot be [fearless-marker-contradiction]{{$}}
// CHECK: {{^}}{{.*}}sync.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: 'Counter::Reads' is a plain value: a const member function writes it without a lock{{$}}
// CHECK: {{^}}{{.*}}sync.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: drop the marker or change what contradicts it; if it is safe for a reason that is not seen, FEARLESS_UNSAFE_SYNC("reason") says so{{$}}
// CHECK: {{^}}{{.*}}sync.cpp:[[#@LINE-20]]:{{[0-9]+}}: warning: 'Gauge' is marked FEARLESS_SYNC, which it cannot be [fearless-marker-contradiction]{{$}}
// CHECK: {{^}}{{.*}}sync.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'Gauge::Reads' is a 'std::unique_ptr<int, std::default_delete<int>>': a const member function writes it without a lock{{$}}
// CHECK: {{^}}{{.*}}sync.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: drop the marker or change what contradicts it; if it is safe for a reason that is not seen, FEARLESS_UNSAFE_SYNC("reason") says so{{$}}
