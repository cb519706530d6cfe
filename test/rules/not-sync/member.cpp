// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A race on a member that is in sight is a data race, and told once.
#include <fearless/annotations.h>
#include <thread>
class FEARLESS_NOT_SYNC Meter {
public:
  void add() { ++Count; }

private:
  int Count = 0;
};
int main() {
  Meter M;
  std::thread Other([&] { M.add(); });
  M.add();
  Other.join();
}

// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: data race on 'Meter::Count': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'Meter::add'{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Meter::add'{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: guard 'Meter::Count' with a mutex, or make it atomic{{$}}
