// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Three objects of one class, in one order.
#include <mutex>
#include <thread>
struct Unit {
  std::mutex mu;
  int load = 0;
};
static Unit disk, net, cpu;
static void move(Unit &from, Unit &to) {
  std::lock_guard<std::mutex> first(from.mu);
  std::lock_guard<std::mutex> second(to.mu);
  --from.load;
  ++to.load;
}
static void store() { move(net, disk); }
static void send() { move(cpu, net); }
static void load() { move(cpu, disk); }
int main() {
  std::thread a(store), b(send), c(load);
  a.join();
  b.join();
  c.join();
}
