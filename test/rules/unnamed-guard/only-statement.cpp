// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>

static std::mutex mu;
static int n;

void add(bool threads) {
  if (threads)
    std::lock_guard<std::mutex> lock(mu);
  ++n;
}

void addAll(int count) {
  for (int i = 0; i < count; ++i)
    std::lock_guard<std::mutex> lock(mu);
  n += count;
}

// CHECK: {{^}}{{.*}}only-statement.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: this guard of 'mu' is all that its branch or loop does: it unlocks before the next statement [fearless-unnamed-guard]{{$}}
// CHECK: {{^}}{{.*}}only-statement.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: declare the guard where the code follows that needs it (a std::unique_lock with std::defer_lock can be locked conditionally){{$}}
// CHECK: {{^}}{{.*}}only-statement.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: this guard of 'mu' is all that its branch or loop does: it unlocks before the next statement [fearless-unnamed-guard]{{$}}
// CHECK: {{^}}{{.*}}only-statement.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: declare the guard where the code follows that needs it (a std::unique_lock with std::defer_lock can be locked conditionally){{$}}
