// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each thread has a queue of its own.
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

static void drain(Jobs &Mine) {
  while (!Mine.empty())
    Mine.pop();
}

static void run() {
  Jobs Mine;
  Mine.push(1);
  drain(Mine);
}

int main() {
  std::thread First(run);
  std::thread Second(run);
  First.join();
  Second.join();
}
