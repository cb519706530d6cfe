// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two threads share two local mutexes that their lambdas capture, in one order.
#include <mutex>
#include <thread>
int main() {
  std::mutex in, out;
  int n = 0, m = 0;
  std::thread a([&] {
    std::lock_guard<std::mutex> i(in);
    std::lock_guard<std::mutex> o(out);
    m = n;
  });
  std::thread b([&] {
    std::lock_guard<std::mutex> i(in);
    std::lock_guard<std::mutex> o(out);
    n = m;
  });
  a.join();
  b.join();
}

// CHECK: 0 findings
