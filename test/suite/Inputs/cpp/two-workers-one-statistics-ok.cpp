// Each worker object has its own mutex and its own statistics.
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
      ++statistics.served;
    else
      ++statistics.failed;
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
  Statistics second;
  Worker north(first), south(second);
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
  return north.served() + south.served() == 360 ? 0 : 1;
}
