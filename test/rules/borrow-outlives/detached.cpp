// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A detached thread with a reference or pointer to a variable of the function
// that starts it, or of one that calls that.
#include <string>
#include <thread>
void use(int &);
void log(std::string &);
void reference() {
  int n = 0;
  std::thread([&n] { use(n); }).detach();
}
static void run(int *p) { use(*p); }
void pointer() {
  int n = 0;
  std::thread t(run, &n);
  t.detach();
}
void parameter(std::string s) {
  std::thread t([&] { log(s); });
  t.detach();
}
static void start(std::string &s) {
  std::thread([&s] { log(s); }).detach();
}
void caller() {
  std::string text;
  start(text);
}

// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-20]]:{{[0-9]+}}: warning: the thread uses 'n' and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: it is detached here: nobody can join it{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'n' dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: join the thread before, or give it a copy{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-20]]:{{[0-9]+}}: warning: the thread uses 'n' and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: it is detached here: nobody can join it{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: 'n' dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: join the thread before, or give it a copy{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-21]]:{{[0-9]+}}: warning: the thread uses 's' and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: it is detached here: nobody can join it{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 's' dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: join the thread before, or give it a copy{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-22]]:{{[0-9]+}}: warning: the thread uses 'text' and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: it is detached here: nobody can join it{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: 'text' dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: join the thread before, or give it a copy{{$}}
