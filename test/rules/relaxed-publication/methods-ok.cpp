// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// It acquires; or the result is read after the join.
#include <atomic>
#include <thread>
class Job {
public:
  void run() {
    Sum = 40;
    Count = 2;
    Done.store(true, std::memory_order_release);
    Late = 3;
    Finished.store(true, std::memory_order_relaxed);
  }
  bool done() const { return Done.load(std::memory_order_acquire); }
  bool finished() const { return Finished.load(std::memory_order_relaxed); }
  int result() const { return Sum + Count; }
  int late() const { return Late; }

private:
  std::atomic<bool> Done{false}, Finished{false};
  int Sum = 0, Count = 0, Late = 0;
};
int main() {
  Job J;
  std::thread T([&] { J.run(); });
  int Result = 0;
  if (J.done())
    Result = J.result();
  bool Finished = J.finished();
  T.join();
  return Finished ? J.late() : Result;
}
