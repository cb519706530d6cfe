// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// One of the two forgets the lock.
#include <fearless/annotations.h>
#include <mutex>
#include <thread>
class FEARLESS_NOT_SYNC Connection {
public:
  void send(int Value) const;
};
class Pool {
public:
  void send(int Value) {
    std::lock_guard<std::mutex> Lock(Mu);
    Line.send(Value);
  }
  void flush() { Line.send(0); }

private:
  std::mutex Mu;
  Connection Line;
};
int main() {
  Pool P;
  std::thread Other([&] { P.send(1); });
  P.flush();
  Other.join();
}

// CHECK: {{^}}{{.*}}guarded.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'Pool::Line' is used here while another thread may use it at {{.*}}guarded.cpp:[[#@LINE-15]]:{{[0-9]+}}: 'Connection' is for one thread at a time [fearless-not-sync]{{$}}
// CHECK: {{^}}{{.*}}guarded.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the main thread reaches the use through 'main' -> 'Pool::flush'{{$}}
// CHECK: {{^}}{{.*}}guarded.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the use holds no lock{{$}}
// CHECK: {{^}}{{.*}}guarded.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the use through a lambda in 'main' -> 'Pool::send'{{$}}
// CHECK: {{^}}{{.*}}guarded.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the use holds 'Pool::Mu'{{$}}
// CHECK: {{^}}{{.*}}guarded.cpp:[[#@LINE-28]]:{{[0-9]+}}: note: 'Connection' is marked here: guard 'Pool::Line' with a mutex, or give each thread one of its own{{$}}
