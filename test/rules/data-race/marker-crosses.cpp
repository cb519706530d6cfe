// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The pool is out of sight; its declaration says what it does.
#include <fearless/annotations.h>
#include <functional>
void submit(FEARLESS_CROSSES_THREAD std::function<void()> Job);
static int Done;
int main() {
  submit([] { ++Done; });
  return Done;
}

// CHECK: {{^}}{{.*}}marker-crosses.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: data race on 'Done': written here while another thread may read it at {{.*}}marker-crosses.cpp:[[#@LINE-3]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}marker-crosses.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}marker-crosses.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}marker-crosses.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}marker-crosses.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}marker-crosses.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: guard 'Done' with a mutex, or make it atomic{{$}}
