// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The item is popped in the section that looks at it; later it is appended again.
#include <deque>
#include <mutex>
#include <thread>

static std::mutex mu;
static std::deque<int> todo{1, 2, 3};

static void turn() {
  int item;
  {
    std::lock_guard<std::mutex> g(mu);
    if (todo.empty()) return;
    item = todo.front();
    todo.pop_front();
  }
  ++item;
  std::lock_guard<std::mutex> g(mu);
  todo.push_back(item);
}

int main() {
  std::thread a(turn), b(turn);
  a.join();
  b.join();
}
