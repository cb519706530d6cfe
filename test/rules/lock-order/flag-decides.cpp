// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The flag lets both locks be taken.
#include <mutex>
#include <thread>

static std::mutex g_meta, g_body;
static int g_m, g_b;
void write(bool sync) {
  std::unique_lock<std::mutex> m(g_meta, std::defer_lock);
  if (sync) m.lock();
  std::lock_guard<std::mutex> b(g_body);
  ++g_b;
}
void fsck() {
  std::lock_guard<std::mutex> b(g_body);
  std::lock_guard<std::mutex> m(g_meta);
  g_m = g_b;
}
int main() {
  std::thread a([] { write(true); });
  std::thread b(fsck);
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}flag-decides.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'g_meta' and 'g_body' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}flag-decides.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'write' locks 'g_meta' here ...{{$}}
// CHECK: {{^}}{{.*}}flag-decides.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... and, still holding it, locks 'g_body' here ('g_meta' before 'g_body'){{$}}
// CHECK: {{^}}{{.*}}flag-decides.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'fsck' locks 'g_body' here ...{{$}}
// CHECK: {{^}}{{.*}}flag-decides.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, locks 'g_meta' here ('g_body' before 'g_meta'){{$}}
// CHECK: {{^}}{{.*}}flag-decides.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}flag-decides.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}flag-decides.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
