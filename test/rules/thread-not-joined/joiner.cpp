// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A class of the user's own that takes the thread, and does not always join.
#include <thread>
void work();
void use(int);
class Holder {
public:
  explicit Holder(std::thread t) : t_(std::move(t)) {}
  void finish() { t_.join(); }

private:
  std::thread t_;
};
void run(bool quick) {
  Holder h(std::thread{work});
  if (quick)
    return;
  h.finish();
}

// CHECK: {{^}}{{.*}}joiner.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'Holder::t_' is neither joined nor detached on this path: its destructor ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}joiner.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}joiner.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: on another path it is joined here{{$}}
// CHECK: {{^}}{{.*}}joiner.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
