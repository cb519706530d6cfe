// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Who gets an item sees what was written before it was put in.
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
static int document;
class Queue {
public:
  void push(int n) {
    std::lock_guard<std::mutex> hold(mu);
    items.push_back(n);
  }
  bool pop(int &n) {
    std::lock_guard<std::mutex> hold(mu);
    if (items.empty())
      return false;
    n = items.front();
    items.pop_front();
    return true;
  }

private:
  std::mutex mu;
  std::deque<int> items;
};
static Queue queue;
int main() {
  std::thread worker([] {
    int n;
    if (queue.pop(n))
      document += n;
  });
  document = 1;
  queue.push(2);
  worker.join();
}
