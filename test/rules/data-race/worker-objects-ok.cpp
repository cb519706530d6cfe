// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each worker has a thread of its own, and counts for itself.
#include <thread>
#include <vector>
struct Worker {
  long own = 0;
  void run() { ++own; }
};
static void start(Worker *w, std::vector<std::thread> &threads) {
  threads.emplace_back([w] { w->run(); });
}
int main() {
  Worker a, b, c, d;
  std::vector<Worker *> some = {&a, &b}, more = {&c, &d};
  std::vector<std::thread> threads;
  for (Worker *w : some)
    threads.emplace_back(&Worker::run, w);
  for (Worker *w : more)
    start(w, threads);
  for (std::thread &t : threads)
    t.join();
  return a.own + b.own + c.own + d.own;
}
