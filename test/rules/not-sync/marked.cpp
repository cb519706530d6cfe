// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Nothing in the class shows it; the class says so.
#include <fearless/annotations.h>
#include <thread>
class FEARLESS_NOT_SYNC Connection {
public:
  int send(int Value) const { return Value; }
};
int main() {
  Connection Line;
  std::thread Other([&] { Line.send(1); });
  Line.send(2);
  Other.join();
}

// CHECK: {{^}}{{.*}}marked.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'Line' is used here while another thread may use it at {{.*}}marked.cpp:[[#@LINE-5]]:{{[0-9]+}}: 'Connection' is for one thread at a time [fearless-not-sync]{{$}}
// CHECK: {{^}}{{.*}}marked.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the main thread reaches the use{{$}}
// CHECK: {{^}}{{.*}}marked.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the use holds no lock{{$}}
// CHECK: {{^}}{{.*}}marked.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the use{{$}}
// CHECK: {{^}}{{.*}}marked.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the use holds no lock{{$}}
// CHECK: {{^}}{{.*}}marked.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'Connection' is marked here: guard 'Line' with a mutex, or give each thread one of its own{{$}}
