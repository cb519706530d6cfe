// The interval is changed under the lock that the timer thread holds whenever
// it does not wait.
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
    std::lock_guard<std::mutex> hold(lock);
    interval = milliseconds;
    changed.notify_all();
  }

private:
  void run() {
    std::unique_lock<std::mutex> hold(lock);
    while (!stopping) {
      changed.wait_for(hold, std::chrono::milliseconds(interval));
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
