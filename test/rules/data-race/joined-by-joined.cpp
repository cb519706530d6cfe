// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Only one of the two is joined.
#include <future>
static int first, second;
int main() {
  auto one = std::async(std::launch::async, [] { first = 1; });
  auto two = std::async(std::launch::async, [&] {
    one.valid();
    second = 1;
  });
  two.get();
  return first + second;
}

// CHECK: {{^}}{{.*}}joined-by-joined.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: data race on 'first': written here while another thread may read it at {{.*}}joined-by-joined.cpp:[[#@LINE-3]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}joined-by-joined.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}joined-by-joined.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}joined-by-joined.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}joined-by-joined.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}joined-by-joined.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: guard 'first' with a mutex, or make it atomic{{$}}
