// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A flag that is set twice is as set as a flag that is set once.
#include <atomic>
#include <thread>

static std::atomic<bool> Stop{false};
static std::atomic<int> Done{0};

static void halt() {
  if (!Stop.load())
    Stop.store(true);
}

static void run() {
  while (!Stop.load())
    ++Done;
  halt();
}

int main() {
  std::thread First(run);
  std::thread Second(run);
  halt();
  First.join();
  Second.join();
}
