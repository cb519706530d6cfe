// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The thread that is waited for waits for the lock.
#include <fearless/mutex.h>
#include <thread>

int main() {
  const fearless::Mutex<int> number(1);
  auto guard = number.lock();
  std::thread other([&number] {
    auto inside = number.lock();
    ++*inside;
  });
  other.join();
  return *guard;
}

// CHECK: {{^}}{{.*}}try-while-joining.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'number' is held while joining a thread that locks it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}try-while-joining.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: 'main' calls 'fearless::Mutex::lock', which locks 'number' ...{{$}}
// CHECK: {{^}}{{.*}}try-while-joining.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: ... and, still holding it, waits for the thread started at {{.*}}try-while-joining.cpp:[[#@LINE-10]], which needs 'number'{{$}}
// CHECK: {{^}}{{.*}}try-while-joining.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: that thread locks 'number' here{{$}}
// CHECK: {{^}}{{.*}}try-while-joining.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: this runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}try-while-joining.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: release 'number' before waiting here{{$}}
