#include "metrics.h"
#include "scheduler.h"

int main() {
  std::atomic<long> sum{0};
  {
    Scheduler scheduler(3);
    std::jthread pauser([&scheduler] {
      for (int i = 0; i < 5; ++i) {
        scheduler.pause();
        metrics::print();
        scheduler.resume();
        if (metrics::events() > 100000)
          break;
      }
    });
    for (int i = 0; i < 300; ++i)
      scheduler.submit({"add " + std::to_string(i), i % 4, [&sum, i] { sum += i; }});
    pauser.join();
    scheduler.wait();
  }
  metrics::print();

  TaskDeque idle, busy;
  busy.push({"noop", 0, [] {}});
  TaskDeque::exchange(idle, busy);
  return sum == 299 * 150 && idle.size() == 1 ? 0 : 1;
}
