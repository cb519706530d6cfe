// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Who has arrived waits for the others: the count is looked at until it is full.
#include <atomic>
#include <thread>

static std::atomic<int> Arrived{0};
static std::atomic<int> After{0};

static void meet() {
  Arrived.fetch_add(1);
  while (Arrived.load() != 2)
    std::this_thread::yield();
  ++After;
}

int main() {
  std::thread First(meet);
  std::thread Second(meet);
  First.join();
  Second.join();
}
