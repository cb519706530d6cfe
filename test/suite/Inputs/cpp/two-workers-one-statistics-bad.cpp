// Each worker object has its own mutex, but both refer to the same statistics.
#include <mutex>
#include <thread>

struct Statistics {
  long served = 0;
  long failed = 0;
};

class Worker {
public:
  explicit Worker(Statistics &s) : statistics(s) {}
  void handle(int request) {
    std::lock_guard<std::mutex> hold(lock);
    if (request % 10)
      ++statistics.served; // RACE
    else
      ++statistics.failed; // RACE
  }
  long served() {
    std::lock_guard<std::mutex> hold(lock);
    return statistics.served;
  }

private:
  std::mutex lock;
  Statistics &statistics;
};

int main() {
  Statistics first;
  Worker north(first), south(first);
  std::thread a([&] {
    for (int i = 0; i < 200; ++i)
      north.handle(i);
  });
  std::thread b([&] {
    for (int i = 0; i < 200; ++i)
      south.handle(i);
  });
  a.join();
  b.join();
  return north.served() == 360 ? 0 : 1;
}
