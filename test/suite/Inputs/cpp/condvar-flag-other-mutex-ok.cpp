// The flag is set and waited for under the same mutex; the statistics have one
// of their own.
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

class Gate {
public:
  void open() {
    {
      std::lock_guard<std::mutex> hold(gateLock);
      opened = true;
    }
    {
      std::lock_guard<std::mutex> hold(statisticsLock);
      ++openings;
    }
    changed.notify_all();
  }
  void pass() {
    std::unique_lock<std::mutex> hold(gateLock);
    changed.wait_for(hold, std::chrono::milliseconds(50),
                     [this] { return opened; });
  }
  int count() {
    std::lock_guard<std::mutex> hold(statisticsLock);
    return openings;
  }

private:
  std::mutex gateLock, statisticsLock;
  std::condition_variable changed;
  bool opened = false;
  int openings = 0;
};

int main() {
  Gate gate;
  std::thread walker([&gate] { gate.pass(); });
  gate.open();
  walker.join();
  return gate.count() <= 1 ? 0 : 1;
}
