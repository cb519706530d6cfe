// The functor is passed by reference and read by the caller while its thread
// counts in it.
#include <functional>
#include <thread>

class Simulation {
public:
  void operator()() {
    for (int i = 0; i < 500; ++i)
      ++steps; // RACE
  }
  int stepsDone() const { return steps; } // RACE

private:
  int steps = 0;
};

int main() {
  Simulation simulation;
  std::thread runner(std::ref(simulation));
  int early = simulation.stepsDone();
  runner.join();
  return early <= 500 ? 0 : 1;
}
