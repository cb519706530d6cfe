// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Both calls, and all that writes, under one more lock.
#include <mutex>
#include <thread>

class Counter {
public:
  int get() {
    std::lock_guard<std::mutex> Guard(Mu);
    return Value;
  }
  void set(int To) {
    std::lock_guard<std::mutex> Guard(Mu);
    Value = To;
  }

private:
  std::mutex Mu;
  int Value = 0;
};

static Counter Hits;
static std::mutex Counting;

static void count() {
  std::lock_guard<std::mutex> Guard(Counting);
  Hits.set(Hits.get() + 1);
}

int main() {
  std::thread First(count);
  std::thread Second(count);
  First.join();
  Second.join();
}
