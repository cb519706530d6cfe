// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A detached thread and its maker share what a pointer owns.
#include <memory>
#include <thread>
struct State {
  int step = 0;
};
int main() {
  auto state = std::make_shared<State>();

  std::thread([state] { state->step = 2; }).detach();
  state->step = 1;
  return 0;
}

// CHECK: {{^}}{{.*}}detached-state.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: data race on 'State::step': written here while another thread may write it at {{.*}}detached-state.cpp:[[#@LINE-5]]:37 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}detached-state.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}detached-state.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}detached-state.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}detached-state.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}detached-state.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: guard 'State::step' with a mutex, or make it atomic{{$}}
