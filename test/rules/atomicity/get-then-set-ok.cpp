// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// One method adds.
#include <map>
#include <mutex>
#include <string>
#include <thread>

class Counters {
public:
  int get(const std::string &Key) {
    std::lock_guard<std::mutex> Guard(Mu);
    return Values[Key];
  }
  void add(const std::string &Key, int Value) {
    std::lock_guard<std::mutex> Guard(Mu);
    Values[Key] += Value;
  }

private:
  std::mutex Mu;
  std::map<std::string, int> Values;
};

static int count(Counters &C, const std::string &Key) {
  C.add(Key, 1);
  return C.get(Key);
}

int main() {
  Counters C;
  std::thread First([&] { count(C, "hits"); });
  std::thread Second([&] { count(C, "hits"); });
  First.join();
  Second.join();
}
