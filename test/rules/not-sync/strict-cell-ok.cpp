// RUN: %fearless check --strict %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What is written has a lock inside.
#include <mutex>
#include <thread>
class Cell {
public:
  void set(int V) const {
    std::lock_guard<std::mutex> Lock(Mu);
    Value = V;
  }
  int get() const {
    std::lock_guard<std::mutex> Lock(Mu);
    return Value;
  }

private:
  mutable std::mutex Mu;
  mutable int Value = 0;
};
int main() {
  Cell C;
  std::thread Other([&C] { return C.get(); });
  Other.join();
  C.set(1);
}
