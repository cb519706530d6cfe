// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Others only add: what one consumer has seen stays.
#include <mutex>
#include <queue>
#include <thread>

class Jobs {
public:
  bool empty() const {
    std::lock_guard<std::mutex> Guard(Mu);
    return List.empty();
  }
  int pop() {
    std::lock_guard<std::mutex> Guard(Mu);
    int Job = List.front();
    List.pop();
    return Job;
  }
  void push(int Job) {
    std::lock_guard<std::mutex> Guard(Mu);
    List.push(Job);
  }

private:
  mutable std::mutex Mu;
  std::queue<int> List;
};

int main() {
  Jobs All;
  std::thread Producer([&] { All.push(1); });
  std::thread Consumer([&] {
    while (!All.empty())
      All.pop();
  });
  Producer.join();
  Consumer.join();
}
