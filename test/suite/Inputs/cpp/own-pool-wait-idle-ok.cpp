// wait() returns when every submitted task has finished, not only when the
// queue is empty.
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

class Pool {
public:
  explicit Pool(int size) {
    for (int i = 0; i < size; ++i)
      workers.emplace_back([this] { work(); });
  }
  ~Pool() {
    {
      std::lock_guard<std::mutex> hold(lock);
      stopping = true;
    }
    changed.notify_all();
    for (std::thread &worker : workers)
      worker.join();
  }
  void submit(std::function<void()> task) {
    std::lock_guard<std::mutex> hold(lock);
    tasks.push_back(std::move(task));
    ++unfinished;
    changed.notify_all();
  }
  void wait() {
    std::unique_lock<std::mutex> hold(lock);
    changed.wait(hold, [this] { return unfinished == 0; });
  }

private:
  void work() {
    std::unique_lock<std::mutex> hold(lock);
    for (;;) {
      changed.wait(hold, [this] { return stopping || !tasks.empty(); });
      if (tasks.empty())
        return;
      std::function<void()> task = std::move(tasks.front());
      tasks.pop_front();
      hold.unlock();
      task();
      hold.lock();
      --unfinished;
      changed.notify_all();
    }
  }

  std::mutex lock;
  std::condition_variable changed;
  std::deque<std::function<void()>> tasks;
  int unfinished = 0;
  bool stopping = false;
  std::vector<std::thread> workers;
};

int main() {
  int results[8] = {};
  Pool pool(2);
  for (int i = 0; i < 8; ++i)
    pool.submit([&results, i] { results[i] = i * i; });
  pool.wait();
  int sum = 0;
  for (int r : results)
    sum += r;
  return sum > 140;
}
