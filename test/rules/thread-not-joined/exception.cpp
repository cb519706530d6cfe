// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// An exception of the program's own passes the thread, and somebody catches it.
#include <stdexcept>
#include <thread>
void work();
static void check(int n) {
  if (n < 0)
    throw std::invalid_argument("n");
}
static void here(int n) {
  std::thread t(work);
  if (n < 0)
    throw std::runtime_error("n");
  t.join();
}
static void there(int n) {
  std::thread t(work);
  check(n);
  t.join();
}
int main(int argc, char **) {
  try {
    here(argc);
    there(argc);
  } catch (const std::exception &) {
    return 1;
  }
}

// CHECK: {{^}}{{.*}}exception.cpp:[[#@LINE-17]]:{{[0-9]+}}: warning: 't' is not joined when an exception leaves from here: its destructor ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}exception.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}exception.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: on another path it is joined here{{$}}
// CHECK: {{^}}{{.*}}exception.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
// CHECK: {{^}}{{.*}}exception.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: 't' is not joined when an exception leaves from here: its destructor ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}exception.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}exception.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: on another path it is joined here{{$}}
// CHECK: {{^}}{{.*}}exception.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
