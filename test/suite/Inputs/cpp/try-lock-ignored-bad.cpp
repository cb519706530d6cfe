// The result of try_lock is ignored, so the counter is changed with or without
// the lock.
#include <mutex>
#include <thread>

class Sampler {
public:
  void sample(int value) {
    gate.try_lock(); // RACE
    sum += value;    // RACE
    ++count;         // RACE
    gate.unlock();   // RACE
  }

private:
  std::mutex gate;
  long sum = 0;
  long count = 0;
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
