// The counter is changed only if try_lock succeeded; otherwise the sample is
// dropped.
#include <atomic>
#include <mutex>
#include <thread>

class Sampler {
public:
  void sample(int value) {
    if (!gate.try_lock()) {
      dropped.fetch_add(1, std::memory_order_relaxed);
      return;
    }
    sum += value;
    ++count;
    gate.unlock();
  }

private:
  std::mutex gate;
  long sum = 0;
  long count = 0;
  std::atomic<long> dropped{0};
};

int main() {
  Sampler sampler;
  std::thread a([&] {
    for (int i = 0; i < 300; ++i)
      sampler.sample(i);
  });
  for (int i = 0; i < 300; ++i)
    sampler.sample(-i);
  a.join();
}
