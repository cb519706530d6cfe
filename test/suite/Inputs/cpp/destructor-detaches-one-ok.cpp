// The destructor joins it.
#include <condition_variable>
#include <mutex>
#include <thread>
class Periodic {
public:
  Periodic()
      : worker([this] {
          std::unique_lock<std::mutex> hold(lock);
          while (!stop)
            changed.wait(hold);
        }) {}
  ~Periodic() {
    {
      std::lock_guard<std::mutex> hold(lock);
      stop = true;
    }
    changed.notify_one();
    worker.join();
  }

private:
  std::mutex lock;
  std::condition_variable changed;
  bool stop = false;
  std::thread worker;
};
int main() { Periodic p; }
