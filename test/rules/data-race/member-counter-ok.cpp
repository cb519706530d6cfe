// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A member is changed under the lock beside it.
#include <mutex>
#include <thread>
class Hits {
public:
  void add() {
    std::lock_guard<std::mutex> lock(mu_);
    ++count_;
  }
  int count() { return count_; }

private:
  std::mutex mu_;
  int count_ = 0;
};
int main() {
  Hits hits;
  std::thread a([&] { hits.add(); }), b([&] { hits.add(); });
  a.join();
  b.join();
  return hits.count();
}
