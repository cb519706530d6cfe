// The loop unlocks for each callback and then goes on with an iterator that may
// be gone.
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
    actions.erase(due); // RACE
  }
  void fireAll() {
    std::unique_lock<std::mutex> hold(lock);
    for (auto at = actions.begin(); at != actions.end(); ++at) { // RACE
      hold.unlock();
      at->second(); // RACE
      hold.lock();
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
