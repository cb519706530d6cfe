// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A library's handle that crosses to no thread, but that two threads copy: of
// those that cross, not-send tells.
#include "../not-send/Inputs/counted.h"
#include <thread>
struct Page {
  int Lines = 0;
};
static boost::local_shared_ptr<Page> Shown(new Page);
int main() {
  std::thread Printer([] {
    boost::local_shared_ptr<Page> Mine = Shown;
    (void)Mine->Lines;
  });
  boost::local_shared_ptr<Page> Mine = Shown;
  Printer.join();
  return Mine->Lines;
}

// CHECK: {{^}}{{.*}}library-static.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'Shown' is copied here while another thread may copy it at {{.*}}library-static.cpp:[[#@LINE-8]]:{{[0-9]+}}, but 'boost::local_shared_ptr<Page>' does not count its references atomically [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}library-static.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the copy{{$}}
// CHECK: {{^}}{{.*}}library-static.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the copy holds no lock{{$}}
// CHECK: {{^}}{{.*}}library-static.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the thread started here reaches the copy{{$}}
// CHECK: {{^}}{{.*}}library-static.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the copy holds no lock{{$}}
// CHECK: {{^}}{{.*}}library-static.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: use a handle that counts atomically, or hold one lock at both{{$}}
