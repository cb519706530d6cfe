// The jthread member is declared last, so it is joined before anything it uses
// is destroyed.
#include <atomic>
#include <chrono>
#include <stop_token>
#include <thread>
#include <vector>

class Monitor {
public:
  Monitor() : sampler([this](std::stop_token stop) { run(stop); }) {}
  int taken() const { return count; }

private:
  void run(std::stop_token stop) {
    while (!stop.stop_requested()) {
      samples.push_back(samples.size());
      ++count;
    }
  }

  std::vector<size_t> samples;
  std::atomic<int> count{0};
  std::jthread sampler;
};

int main() {
  Monitor monitor;
  while (monitor.taken() < 10)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}
