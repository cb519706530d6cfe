// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Started by one method and joined by another, through a pointer.
#include <memory>
#include <thread>
static long ticks;
class Clock {
public:
  void start() { thread = std::thread([] { ++ticks; }); }
  void stop() { thread.join(); }

private:
  std::thread thread;
};
static Clock *clock_of_all;
static void begin() {
  clock_of_all = new Clock;
  clock_of_all->start();
}
static void end() { clock_of_all->stop(); }
int main() {
  begin();
  end();
  return ++ticks > 0;
}
