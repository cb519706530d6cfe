// Each worker reports to the wait group after it has written its result.
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

class WaitGroup {
public:
  void add(int n) {
    std::lock_guard<std::mutex> hold(lock);
    open += n;
  }
  void done() {
    std::lock_guard<std::mutex> hold(lock);
    if (--open == 0)
      none.notify_all();
  }
  void wait() {
    std::unique_lock<std::mutex> hold(lock);
    none.wait(hold, [this] { return open == 0; });
  }

private:
  std::mutex lock;
  std::condition_variable none;
  int open = 0;
};

int main() {
  std::vector<long> squares(6);
  WaitGroup group;
  std::vector<std::thread> team;
  for (int i = 0; i < 6; ++i) {
    group.add(1);
    team.emplace_back([&squares, &group, i] {
      squares[i] = static_cast<long>(i) * i;
      group.done();
    });
  }
  group.wait();
  long sum = 0;
  for (long square : squares)
    sum += square;
  for (std::thread &t : team)
    t.join();
  return sum <= 55 ? 0 : 1;
}
