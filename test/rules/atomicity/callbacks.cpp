// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A wrapper locks for each callback: two callbacks are two holds.
#include <map>
#include <mutex>
#include <string>
#include <thread>

template <class T> class Guarded {
public:
  template <class F> auto with(F &&Do) {
    std::lock_guard<std::mutex> Guard(Mu);
    return Do(Value);
  }

private:
  std::mutex Mu;
  T Value;
};

using Names = std::map<std::string, int>;

static void add(Guarded<Names> &All, int Id) {
  bool Known = false;
  All.with([&](Names &N) { Known = N.count("root") != 0; });
  if (!Known)
    All.with([&](Names &N) { N["root"] = Id; });
}

int main() {
  Guarded<Names> All;
  std::thread First([&] { add(All, 1); });
  std::thread Second([&] { add(All, 2); });
  First.join();
  Second.join();
}

// CHECK: {{^}}{{.*}}callbacks.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'Guarded::Value' may not be any more what the branch to here relies on, because another thread may write it: 'Guarded::Mu' is released in between [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}callbacks.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'add' calls 'Guarded::with' here ...{{$}}
// CHECK: {{^}}{{.*}}callbacks.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... which reads 'Guarded::Value' here, under a hold of 'Guarded::Mu' that ends with the call{{$}}
// CHECK: {{^}}{{.*}}callbacks.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: this branch depends on what was read{{$}}
// CHECK: {{^}}{{.*}}callbacks.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'add' calls 'Guarded::with' here ...{{$}}
// CHECK: {{^}}{{.*}}callbacks.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: ... which writes 'Guarded::Value' here, under a hold of 'Guarded::Mu' that ends with the call{{$}}
// CHECK: {{^}}{{.*}}callbacks.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'add' -> 'Guarded::with'{{$}}
// CHECK: {{^}}{{.*}}callbacks.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: it writes 'Guarded::Value' here under a hold of 'Guarded::Mu' of its own{{$}}
// CHECK: {{^}}{{.*}}callbacks.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: keep 'Guarded::Mu' from the read to the write, or look at 'Guarded::Value' again under the second hold{{$}}
