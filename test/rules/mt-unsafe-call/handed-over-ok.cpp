// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The main thread goes on only when the worker says that it has read.
#include <atomic>
#include <cstdlib>
#include <thread>

static std::atomic<bool> done{false};

static void configure() {
  std::getenv("HOME");
  done.store(true, std::memory_order_release);
}

int main() {
  std::thread worker(configure);
  while (!done.load(std::memory_order_acquire))
    std::this_thread::yield();
  setenv("HOME", "/", 1);
  worker.join();
}
