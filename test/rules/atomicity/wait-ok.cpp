// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A wait gives the lock back, and the loop looks again.
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

class Queue {
public:
  void push(int Value) {
    {
      std::lock_guard<std::mutex> Guard(Mu);
      List.push_back(Value);
    }
    Filled.notify_one();
  }
  int pop() {
    std::unique_lock<std::mutex> Lock(Mu);
    while (List.empty())
      Filled.wait(Lock);
    int Value = List.front();
    List.pop_front();
    return Value;
  }
  int popToo() {
    std::unique_lock<std::mutex> Lock(Mu);
    if (List.empty())
      Filled.wait(Lock, [this] { return !List.empty(); });
    int Value = List.front();
    List.pop_front();
    return Value;
  }

private:
  std::mutex Mu;
  std::condition_variable Filled;
  std::deque<int> List;
};

int main() {
  Queue Q;
  std::thread First([&] { Q.pop(); });
  std::thread Second([&] { Q.popToo(); });
  Q.push(1);
  Q.push(2);
  First.join();
  Second.join();
}
