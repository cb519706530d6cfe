// wait() returns when the pool's queue is empty, while the last task may still
// be running.
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
    changed.notify_all();
  }
  void wait() {
    std::unique_lock<std::mutex> hold(lock);
    changed.wait(hold, [this] { return tasks.empty(); });
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
      changed.notify_all();
      hold.unlock();
      task();
      hold.lock();
    }
  }

  std::mutex lock;
  std::condition_variable changed;
  std::deque<std::function<void()>> tasks;
  bool stopping = false;
  std::vector<std::thread> workers;
};

int main() {
  int results[8] = {};
  Pool pool(2);
  for (int i = 0; i < 8; ++i)
    pool.submit([&results, i] { results[i] = i * i; }); // RACE
  pool.wait();
  int sum = 0;
  for (int r : results) // RACE
    sum += r;           // RACE
  return sum > 140;
}
