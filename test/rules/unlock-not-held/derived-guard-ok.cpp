// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A guard of the user's own, derived from std::unique_lock: when it dies it gives
// back what it holds, if anything.
#include <mutex>
#include <stdexcept>
class Guard : public std::unique_lock<std::mutex> {
public:
  explicit Guard(std::mutex &m, bool try_only = false)
      : std::unique_lock<std::mutex>(m, std::defer_lock) {
    if (try_only)
      try_lock();
    else
      lock();
  }
  ~Guard() {
    if (owns_lock())
      --depth;
  }
  static thread_local int depth;
};
static std::mutex stopping;
static int stops;

void stop() {
  Guard hold(stopping, true);
  if (!hold)
    return;
  ++stops;
}
void check(int limit) {
  Guard hold(stopping);
  if (stops > limit)
    throw std::runtime_error("too many");
}

// CHECK: 0 findings
