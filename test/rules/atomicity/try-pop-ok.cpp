// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The method that takes an element looks for itself.
#include <mutex>
#include <optional>
#include <queue>
#include <thread>

class Jobs {
public:
  bool empty() const {
    std::lock_guard<std::mutex> Guard(Mu);
    return List.empty();
  }
  std::optional<int> tryPop() {
    std::lock_guard<std::mutex> Guard(Mu);
    if (List.empty())
      return std::nullopt;
    int Job = List.front();
    List.pop();
    return Job;
  }

private:
  mutable std::mutex Mu;
  std::queue<int> List;
};

static int work(Jobs &All) {
  int Done = 0;
  while (!All.empty())
    if (auto Job = All.tryPop())
      Done += *Job;
  return Done;
}

int main() {
  Jobs All;
  std::thread First([&] { work(All); });
  std::thread Second([&] { work(All); });
  First.join();
  Second.join();
}
