// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A guard without a name dies at the end of its statement.
#include <mutex>
static std::mutex mu;
static int balance;

void parentheses(int n) {
  (void)std::lock_guard<std::mutex>(mu);
  balance += n;
}

void braces(int n) {
  std::lock_guard<std::mutex>{mu};
  balance += n;
}

void scoped(int n) {
  std::scoped_lock{mu};
  balance += n;
}

void unique(int n) {
  std::unique_lock<std::mutex>{mu};
  balance += n;
}

// CHECK: {{^}}{{.*}}temporary.cpp:[[#@LINE-19]]:{{[0-9]+}}: warning: this guard of 'mu' has no name and unlocks at the end of this statement [fearless-unnamed-guard]{{$}}
// CHECK: {{^}}{{.*}}temporary.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: give it a name, so that it lives to the end of the block{{$}}
// CHECK: {{^}}{{.*}}temporary.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: this guard of 'mu' has no name and unlocks at the end of this statement [fearless-unnamed-guard]{{$}}
// CHECK: {{^}}{{.*}}temporary.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: give it a name, so that it lives to the end of the block{{$}}
// CHECK: {{^}}{{.*}}temporary.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: this guard of 'mu' has no name and unlocks at the end of this statement [fearless-unnamed-guard]{{$}}
// CHECK: {{^}}{{.*}}temporary.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: give it a name, so that it lives to the end of the block{{$}}
// CHECK: {{^}}{{.*}}temporary.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: this guard of 'mu' has no name and unlocks at the end of this statement [fearless-unnamed-guard]{{$}}
// CHECK: {{^}}{{.*}}temporary.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: give it a name, so that it lives to the end of the block{{$}}
