// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The callback leaves a pointer in a variable of the caller.
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
  Table *Kept = nullptr;
  Shared.with([&](Table &T) { Kept = &T; });
  return Kept->size();
}

int main() {
  Guarded<Table> Shared;
  std::thread Writer([&] { Shared.with([](Table &T) { T[1] = 2; }); });
  unsigned long Size = size(Shared);
  Writer.join();
  return Size > 100;
}

// CHECK: {{^}}{{.*}}callback-keeps.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: a reference to 'Guarded::Value' is kept here, and used where 'Guarded::Mu', which guards it, is not held [fearless-guarded-escape]{{$}}
// CHECK: {{^}}{{.*}}callback-keeps.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: 'Guarded::with' locks 'Guarded::Mu' here{{$}}
// CHECK: {{^}}{{.*}}callback-keeps.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: ... and hands 'Guarded::Value' to a lambda in 'size' here{{$}}
// CHECK: {{^}}{{.*}}callback-keeps.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: it outlives the hold here{{$}}
// CHECK: {{^}}{{.*}}callback-keeps.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: it is used here, without 'Guarded::Mu'{{$}}
// CHECK: {{^}}{{.*}}callback-keeps.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'Guarded::with'{{$}}
// CHECK: {{^}}{{.*}}callback-keeps.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: it changes 'Guarded::Value' here under 'Guarded::Mu'{{$}}
// CHECK: {{^}}{{.*}}callback-keeps.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: do the work under 'Guarded::Mu', or keep a copy{{$}}
