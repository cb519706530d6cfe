// The jthread member is declared before the samples it appends to, so these are
// destroyed first.
#include <atomic>
#include <chrono>
#include <stop_token>
#include <thread>
#include <vector>

class Monitor {
public:
  Monitor() : sampler([this](std::stop_token stop) { run(stop); }) {} // RACE
  int taken() const { return count; }

private:
  void run(std::stop_token stop) {
    while (!stop.stop_requested()) {
      samples.push_back(samples.size()); // RACE
      ++count;
    }
  }

  std::jthread sampler;        // RACE
  std::vector<size_t> samples; // RACE
  std::atomic<int> count{0};   // RACE
};

int main() {
  Monitor monitor; // RACE
  while (monitor.taken() < 10)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
} // RACE
