// It is read under the lock.
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>
class Log {
public:
  Log() : flusher([this] { flush(); }) {}
  ~Log() {
    {
      std::lock_guard<std::mutex> hold(lock);
      closing = true;
    }
    changed.notify_all();
    flusher.join();
  }
  void append(int v) {
    std::lock_guard<std::mutex> hold(lock);
    open.push_back(v);
    changed.notify_one();
  }
  size_t flushed() const {
    std::lock_guard<std::mutex> hold(lock);
    return segments.size();
  }

private:
  void flush() {
    std::unique_lock<std::mutex> hold(lock);
    for (;;) {
      changed.wait(hold, [this] { return closing || !open.empty(); });
      if (open.empty())
        return;
      std::vector<int> segment;
      segment.swap(open);
      segments.push_back(std::move(segment));
    }
  }
  mutable std::mutex lock;
  std::condition_variable changed;
  bool closing = false;
  std::vector<int> open;
  std::vector<std::vector<int>> segments;
  std::thread flusher;
};
int main() {
  Log log;
  for (int i = 0; i < 99; ++i)
    log.append(i);
  return log.flushed() > 100;
}
