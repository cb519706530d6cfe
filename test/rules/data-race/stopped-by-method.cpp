// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The other method lets the thread go.
#include <memory>
#include <thread>
static long ticks;
class Clock {
public:
  void start() { thread = std::thread([] { ++ticks; }); }
  void stop() { thread.detach(); }

private:
  std::thread thread;
};
static Clock *clock_of_all;
static void begin() {
  clock_of_all = new Clock;
  clock_of_all->start();
}
static void end() { clock_of_all->stop(); }
int main() {
  begin();
  end();
  return ++ticks > 0;
}

// CHECK: {{^}}{{.*}}stopped-by-method.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: data race on 'ticks': written here while another thread may read it at {{.*}}stopped-by-method.cpp:[[#@LINE-3]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}stopped-by-method.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}stopped-by-method.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}stopped-by-method.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}stopped-by-method.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}stopped-by-method.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: guard 'ticks' with a mutex, or make it atomic{{$}}
