// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// An array, assigned and joined element by element.
#include <mutex>
#include <thread>
static std::mutex mu;
static int tickets = 100;
static void sell() {
  std::lock_guard<std::mutex> hold(mu);
  --tickets;
}
int main() {
  std::thread clerks[4];
  for (std::thread &clerk : clerks)
    clerk = std::thread(sell);
  for (std::thread &clerk : clerks)
    clerk.join();
  return tickets;
}
