// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The transaction begins and ends in the thread.
#include <mutex>
#include <thread>
struct Transaction {
  std::unique_lock<std::mutex> Hold;
};
static std::mutex Mu;
static int Value;
static void commit(Transaction T) {
  Value = 1;
  T.Hold.unlock();
}
int main() {
  std::thread Worker(
      [] { commit(Transaction{std::unique_lock<std::mutex>(Mu)}); });
  Worker.join();
}
