// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The number is captured, and passed on.
#include <thread>
#include <vector>
static int total, reports;

static void report(int id) {
  if (id == 0)
    ++reports;
}
int main() {
  std::vector<std::thread> threads;
  for (int id = 0; id < 4; ++id)
    threads.emplace_back([id] {
      report(id);
      switch (id) {
      case 3:
        ++total;
        break;
      default:
        break;
      }
    });
  for (std::thread &t : threads)
    t.join();
}
