// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <atomic>
#include <thread>

static std::atomic<bool> stop;

static void work() {
  while (!stop)
    std::this_thread::yield();
}

int main() {
  std::thread worker(work);
  stop = true;
  worker.join();
}
