// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Every use is under a lock.
#include <mutex>
#include <thread>
#include <vector>
static void fill(std::vector<int> &out, std::mutex &mu) {
  for (int i = 0; i < 10; ++i) {
    std::lock_guard<std::mutex> lock(mu);
    out.push_back(i);
  }
}
int main() {
  std::vector<int> out;
  std::mutex mu;
  std::thread a(fill, std::ref(out), std::ref(mu)),
      b(fill, std::ref(out), std::ref(mu));
  a.join();
  b.join();
  return out.size();
}
