// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The pointer in the field is used under the lock only.
#include <map>
#include <mutex>
#include <thread>

class Cache {
public:
  void put(int Key, int Value) {
    std::lock_guard<std::mutex> Guard(Mu);
    Rows[Key] = Value;
  }
  void select(int Key) {
    std::lock_guard<std::mutex> Guard(Mu);
    Last = &Rows[Key];
  }
  int last() {
    std::lock_guard<std::mutex> Guard(Mu);
    return Last ? *Last : 0;
  }

private:
  std::mutex Mu;
  std::map<int, int> Rows;
  int *Last = nullptr;
};

int main() {
  Cache C;
  C.select(1);
  std::thread Other([&] { C.put(1, 2); });
  int Row = C.last();
  Other.join();
  return Row;
}
