// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Kept, waited for on the spot, put away, or of a promise, which does not wait.
#include <future>
#include <vector>
int load();
void draw();
void keep(std::future<int> f);
void kept() {
  auto f = std::async(std::launch::async, load);
  draw();
  f.get();
}
int atOnce() {
  std::async(load).wait();
  return std::async(load).get();
}
void many() {
  std::vector<std::future<int>> all;
  all.push_back(std::async(load));
  all.emplace_back(std::async(load));
  keep(std::async(load));
}
void shared() { std::shared_future<int> f = std::async(load); }
void others(std::promise<int> &p) {
  p.get_future();
  std::packaged_task<int()> task(load);
  task.get_future();
}
