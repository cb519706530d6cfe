// The loop unlocks for each callback and finds its place again by key when it
// has the lock back.
#include <functional>
#include <map>
#include <mutex>
#include <thread>

class Timers {
public:
  void add(int due, std::function<void()> action) {
    std::lock_guard<std::mutex> hold(lock);
    actions[due] = std::move(action);
  }
  void cancel(int due) {
    std::lock_guard<std::mutex> hold(lock);
    actions.erase(due);
  }
  void fireAll() {
    std::unique_lock<std::mutex> hold(lock);
    for (auto at = actions.begin(); at != actions.end();) {
      int due = at->first;
      std::function<void()> action = at->second;
      hold.unlock();
      action();
      hold.lock();
      at = actions.upper_bound(due);
    }
  }

private:
  std::mutex lock;
  std::map<int, std::function<void()>> actions;
};

int main() {
  Timers timers;
  for (int due = 0; due < 200; ++due)
    timers.add(due, [] {});
  std::thread canceller([&] {
    for (int due = 0; due < 200; due += 2)
      timers.cancel(due);
  });
  timers.fireAll();
  canceller.join();
}
