// The destructor joins them.
#include <mutex>
#include <thread>
#include <vector>
class Pool {
public:
  Pool() {
    for (int i = 0; i < 3; ++i)
      workers.emplace_back([this] {
        for (;;) {
          std::lock_guard<std::mutex> hold(lock);
          if (stop)
            return;
        }
      });
  }
  ~Pool() {
    {
      std::lock_guard<std::mutex> hold(lock);
      stop = true;
    }
    for (std::thread &w : workers)
      w.join();
  }

private:
  std::mutex lock;
  bool stop = false;
  std::vector<std::thread> workers;
};
int main() { Pool pool; }
