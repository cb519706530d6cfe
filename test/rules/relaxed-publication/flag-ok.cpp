// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Release and acquire; and a relaxed flag that only asks to stop.
#include <atomic>
#include <string>
#include <thread>
static std::string Message;
static std::atomic<bool> Ready, Stop;
static void produce() {
  while (!Stop.load(std::memory_order_relaxed)) {
  }
  Message = "done";
  Ready.store(true, std::memory_order_release);
}
int main() {
  std::thread Producer(produce);
  Stop.store(true, std::memory_order_relaxed);
  while (!Ready.load(std::memory_order_acquire)) {
  }
  unsigned long Length = Message.size();
  Producer.join();
  return Length;
}
