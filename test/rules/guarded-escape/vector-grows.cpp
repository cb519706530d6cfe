// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A vector that grows moves its elements.
#include <mutex>
#include <thread>
#include <vector>

class Points {
public:
  void add(int X) {
    std::lock_guard<std::mutex> Guard(Mu);
    All.push_back(X);
  }
  int &at(unsigned Index) {
    std::lock_guard<std::mutex> Guard(Mu);
    return All[Index];
  }

private:
  std::mutex Mu;
  std::vector<int> All;
};

int main() {
  Points P;
  P.add(1);
  std::thread Other([&] { P.add(2); });
  int First = P.at(0);
  Other.join();
  return First;
}

// CHECK: {{^}}{{.*}}vector-grows.cpp:[[#@LINE-17]]:{{[0-9]+}}: warning: a reference to 'Points::All' is returned, but 'Points::Mu', which guards it, is released on return [fearless-guarded-escape]{{$}}
// CHECK: {{^}}{{.*}}vector-grows.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: 'Points::at' locks 'Points::Mu' here{{$}}
// CHECK: {{^}}{{.*}}vector-grows.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the reference to 'Points::All' is made here, under the lock{{$}}
// CHECK: {{^}}{{.*}}vector-grows.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: it is returned here; the lock is given back before the caller can use it{{$}}
// CHECK: {{^}}{{.*}}vector-grows.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'Points::add'{{$}}
// CHECK: {{^}}{{.*}}vector-grows.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: it changes 'Points::All' here under 'Points::Mu'{{$}}
// CHECK: {{^}}{{.*}}vector-grows.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: give out a copy, or the lock together with the reference{{$}}
