// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each round has a variable of its own, and the threads are joined after the
// loop.
#include <cstdio>
#include <thread>
#include <vector>
int main() {
  std::vector<std::thread> Workers;
  for (int I = 0; I < 3; ++I) {
    int Square = I * I;
    Workers.emplace_back([&] { std::printf("%d\n", Square); });
  }
  for (std::thread &W : Workers)
    W.join();
}

// CHECK: {{^}}{{.*}}round.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: the thread uses 'Square' and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}round.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}round.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: 'Square' dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}round.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: join the thread before, or give it a copy{{$}}
