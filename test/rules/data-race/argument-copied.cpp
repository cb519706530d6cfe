// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// It is, where the thread has a reference.
#include <functional>
#include <string>
#include <thread>

static void talk(const std::string &name) { (void)name.size(); }

int main() {
  std::string name = "Ada";
  std::thread t(talk, std::cref(name));
  name = "Ben";
  t.join();
}

// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: data race on 'name': written here while another thread may read it at {{.*}}argument-copied.cpp:[[#@LINE-9]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: guard 'name' with a mutex, or make it atomic{{$}}
