// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The pointer in the field is used without the lock.
#include <map>
#include <mutex>
#include <thread>

class Cache {
public:
  void put(int Key, int Value) {
    std::lock_guard<std::mutex> Guard(Mu);
    Rows[Key] = Value;
  }
  void select(int Key) {
    std::lock_guard<std::mutex> Guard(Mu);
    Last = &Rows[Key];
  }
  int last() const { return Last ? *Last : 0; }

private:
  std::mutex Mu;
  std::map<int, int> Rows;
  int *Last = nullptr;
};

int main() {
  Cache C;
  C.select(1);
  std::thread Other([&] { C.put(1, 2); });
  int Row = C.last();
  Other.join();
  return Row;
}

// CHECK: {{^}}{{.*}}kept-in-field.cpp:[[#@LINE-19]]:{{[0-9]+}}: warning: a reference to 'Cache::Rows' is kept here, and used where 'Cache::Mu', which guards it, is not held [fearless-guarded-escape]{{$}}
// CHECK: {{^}}{{.*}}kept-in-field.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'Cache::select' locks 'Cache::Mu' here{{$}}
// CHECK: {{^}}{{.*}}kept-in-field.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the reference to 'Cache::Rows' is made here, under the lock{{$}}
// CHECK: {{^}}{{.*}}kept-in-field.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: it outlives the hold here{{$}}
// CHECK: {{^}}{{.*}}kept-in-field.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: it is used here, without 'Cache::Mu'{{$}}
// CHECK: {{^}}{{.*}}kept-in-field.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'Cache::put'{{$}}
// CHECK: {{^}}{{.*}}kept-in-field.cpp:[[#@LINE-29]]:{{[0-9]+}}: note: it changes 'Cache::Rows' here under 'Cache::Mu'{{$}}
// CHECK: {{^}}{{.*}}kept-in-field.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: do the work under 'Cache::Mu', or keep a copy{{$}}
