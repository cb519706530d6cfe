// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// With std::ref it has a reference, and with a pointer what that points to.
#include <functional>
#include <string>
#include <thread>

static void talk(const std::string &name) { (void)name.size(); }
static void talk_to(const std::string *name) { (void)name->size(); }

static void detached(std::string name) {
  std::thread(talk, std::cref(name)).detach();
}

static void pointed(std::string name) { std::thread(talk_to, &name).detach(); }

int main() {
  detached("Ada");
  pointed("Ben");
}

// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: the thread uses 'name' and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: it is detached here: nobody can join it{{$}}
// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'name' dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: join the thread before, or give it a copy{{$}}
// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: the thread uses 'name' and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: it is detached here: nobody can join it{{$}}
// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'name' dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}argument-copied.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: join the thread before, or give it a copy{{$}}
