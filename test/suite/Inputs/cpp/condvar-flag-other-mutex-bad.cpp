// The flag is set under one mutex and waited for under another.
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

class Gate {
public:
  void open() {
    {
      std::lock_guard<std::mutex> hold(statisticsLock);
      opened = true; // RACE
    }
    changed.notify_all();
  }
  void pass() {
    std::unique_lock<std::mutex> hold(gateLock);
    changed.wait_for(hold, std::chrono::milliseconds(50),
                     [this] { return opened; }); // RACE
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
