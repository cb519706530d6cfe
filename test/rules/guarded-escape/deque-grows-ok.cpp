// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A deque that grows leaves its elements where they are.
#include <deque>
#include <mutex>
#include <thread>

class Points {
public:
  void add(int X) {
    std::lock_guard<std::mutex> Guard(Mu);
    All.push_back(X);
  }
  int &at(unsigned Index) {
    std::lock_guard<std::mutex> Guard(Mu);
    return All[Index];
  }

private:
  std::mutex Mu;
  std::deque<int> All;
};

int main() {
  Points P;
  P.add(1);
  std::thread Other([&] { P.add(2); });
  int First = P.at(0);
  Other.join();
  return First;
}
