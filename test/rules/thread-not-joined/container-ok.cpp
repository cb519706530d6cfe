// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// All joined, here or by a helper; arrays.
#include <thread>
#include <vector>
void work();
static void joinAll(std::vector<std::thread> &ts) {
  for (auto &t : ts)
    t.join();
}
void here(int n) {
  std::vector<std::thread> ts;
  for (int i = 0; i < n; ++i)
    ts.emplace_back(work);
  for (auto &t : ts)
    t.join();
  ts.clear();
}
void helper(int n) {
  std::vector<std::thread> ts;
  for (int i = 0; i < n; ++i)
    ts.push_back(std::thread(work));
  joinAll(ts);
}
void array() {
  std::thread ts[3];
  for (int i = 0; i < 3; ++i)
    ts[i] = std::thread(work);
  for (int i = 0; i < 3; ++i)
    ts[i].join();
}
void detached(int n) {
  std::vector<std::thread> ts;
  for (int i = 0; i < n; ++i)
    ts.emplace_back(work);
  for (auto &t : ts)
    t.detach();
}
