// RUN: not %fearless check %s %S/Inputs/session-plain.cpp -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Another file tells what the class is made of.
#include "Inputs/session.h"
#include <thread>
int main() {
  Session Mine;
  std::thread Worker([Mine] { (void)Mine.size(); });
  Session Third = Mine;
  Worker.join();
  return Third.size() - 1;
}

// CHECK: {{^}}{{.*}}pimpl.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'Mine' is copied to another thread, but 'boost::local_shared_ptr<int>' counts its owners without atomic operations [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}pimpl.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: a lambda captures 'Mine' here{{$}}
// CHECK: {{^}}{{.*}}session.h:12:{{[0-9]+}}: note: 'Session::Data' is a 'std::unique_ptr<Session::Impl, std::default_delete<Session::Impl>>' ...{{$}}
// CHECK: {{^}}{{.*}}session-plain.cpp:4:{{[0-9]+}}: note: ... and 'Session::Impl::Size' is a 'boost::local_shared_ptr<int>', of which only one thread may copy or drop any{{$}}
// CHECK: {{^}}{{.*}}pimpl.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here runs a lambda in 'main' with it{{$}}
// CHECK: {{^}}{{.*}}session-plain.cpp:7:{{[0-9]+}}: note: meanwhile 'Session::Session' copies one here{{$}}
// CHECK: {{^}}{{.*}}pimpl.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: use a pointer with an atomic count, such as boost::shared_ptr, or move the only one to the thread{{$}}
