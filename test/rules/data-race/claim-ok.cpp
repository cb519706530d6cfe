// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Only one exchange finds it free.
#include <atomic>
#include <thread>
static std::atomic<bool> taken;
static int winner;
static void run() {
  if (!taken.exchange(true))
    ++winner;
}
int main() {
  std::thread first(run), second(run);
  first.join();
  second.join();
  return winner;
}
