// The timer thread reads its interval under the lock, but setInterval() writes
// it without.
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

class Timer {
public:
  Timer() : thread([this] { run(); }) {}
  ~Timer() {
    {
      std::lock_guard<std::mutex> hold(lock);
      stopping = true;
    }
    changed.notify_all();
    thread.join();
  }
  void setInterval(int milliseconds) {
    interval = milliseconds; // RACE
    changed.notify_all();
  }

private:
  void run() {
    std::unique_lock<std::mutex> hold(lock);
    while (!stopping) {
      changed.wait_for(hold, std::chrono::milliseconds(interval)); // RACE
      ++ticks;
    }
  }
  std::mutex lock;
  std::condition_variable changed;
  bool stopping = false;
  int interval = 1;
  long ticks = 0;
  std::thread thread;
};

int main() {
  Timer timer;
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  timer.setInterval(2);
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
}
