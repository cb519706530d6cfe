// The thread works on its own copy of the functor, so the caller's stays as it
// was.
#include <functional>
#include <thread>

class Simulation {
public:
  void operator()() {
    for (int i = 0; i < 500; ++i)
      ++steps;
  }
  int stepsDone() const { return steps; }

private:
  int steps = 0;
};

int main() {
  Simulation simulation;
  std::thread runner(simulation);
  int early = simulation.stepsDone();
  runner.join();
  return early <= 500 ? 0 : 1;
}
