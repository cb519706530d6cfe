// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The threads run callables that they share with others.
#include <functional>
#include <thread>

class Simulation {
public:
  void operator()() { ++steps; }
  int done() const { return steps; }

private:
  int steps = 0;
};

int main() {
  Simulation simulation;
  auto dice = [state = 1u]() mutable { state = state * 5 + 3; };
  std::thread a(std::ref(simulation)), b(std::ref(dice)),
      c(std::ref(dice));
  int early = simulation.done();
  a.join();
  b.join();
  c.join();
  return early;
}

// CHECK: {{^}}{{.*}}callable-copied.cpp:[[#@LINE-19]]:{{[0-9]+}}: warning: data race on 'Simulation::steps': written here while another thread may read it at {{.*}}callable-copied.cpp:[[#@LINE-18]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}callable-copied.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}callable-copied.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}callable-copied.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the main thread reaches the read through 'main' -> 'Simulation::done'{{$}}
// CHECK: {{^}}{{.*}}callable-copied.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}callable-copied.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: guard 'Simulation::steps' with a mutex, or make it atomic{{$}}
// CHECK: {{^}}{{.*}}callable-copied.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: data race on 'state': written here while another thread may read it at {{.*}}callable-copied.cpp:[[#@LINE-16]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}callable-copied.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}callable-copied.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}callable-copied.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}callable-copied.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}callable-copied.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: guard 'state' with a mutex, or make it atomic{{$}}
