// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What is needed is taken first.
#include <map>
#include <mutex>
#include <thread>

class Table {
public:
  void remove(int Key) {
    std::lock_guard<std::mutex> Guard(Mu);
    Rows.erase(Key);
  }
  int look(int Key) {
    std::unique_lock<std::mutex> Lock(Mu);
    auto It = Rows.find(Key);
    if (It == Rows.end())
      return 0;
    int Row = It->second;
    Lock.unlock();
    return Row;
  }

private:
  std::mutex Mu;
  std::map<int, int> Rows;
};

int main() {
  Table T;
  std::thread Other([&] { T.remove(1); });
  int Row = T.look(1);
  Other.join();
  return Row;
}
