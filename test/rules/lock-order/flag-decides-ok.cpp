// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// With this flag only one lock is taken.
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
  std::thread a([] { write(false); });
  std::thread b(fsck);
  a.join();
  b.join();
}

// CHECK: 0 findings
