// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Volatile, which does no harm, and guarded.
#include <mutex>
#include <thread>

static std::mutex mu;
static volatile bool stop;

static bool stopped() {
  std::lock_guard<std::mutex> lock(mu);
  return stop;
}
static void work() {
  while (!stopped())
    std::this_thread::yield();
}

int main() {
  std::thread worker(work);
  {
    std::lock_guard<std::mutex> lock(mu);
    stop = true;
  }
  worker.join();
}
