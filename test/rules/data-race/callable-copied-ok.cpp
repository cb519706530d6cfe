// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each thread has a copy of the callable, and its own state in it.
#include <functional>
#include <thread>

class Simulation {
public:
  void operator()() { ++steps; }
  int done() const { return steps; }

private:
  int steps = 0;
};

int main() {
  Simulation simulation;
  auto dice = [state = 1u]() mutable { state = state * 5 + 3; };
  std::thread a(simulation), b(dice), c(dice);
  int early = simulation.done();
  a.join();
  b.join();
  c.join();
  return early;
}
