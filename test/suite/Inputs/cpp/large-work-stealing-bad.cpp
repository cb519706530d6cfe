// A scheduler with a queue per worker: stealing reads the victim's queue under
// the thief's lock.
#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

class Scheduler {
public:
  using Task = std::function<void()>;

  explicit Scheduler(unsigned size) {
    for (unsigned i = 0; i < size; ++i)
      workers.push_back(std::make_unique<Worker>());
  }

  /// Puts a task into a worker's queue; also called from within tasks.
  void submit(unsigned home, Task task) {
    open.fetch_add(1, std::memory_order_relaxed);
    Worker &worker = *workers[home % workers.size()];
    std::lock_guard<std::mutex> hold(worker.lock);
    worker.tasks.push_back(std::move(task)); // RACE
  }

  /// Runs until every task, and every task that these submit, is done.
  void run() {
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < workers.size(); ++i)
      threads.emplace_back([this, i] { loop(i); });
    for (std::thread &thread : threads)
      thread.join();
  }

  /// Only meaningful when run() has returned.
  unsigned long stolen() const {
    unsigned long sum = 0;
    for (const auto &worker : workers)
      sum += worker->stolen;
    return sum;
  }

private:
  struct Worker {
    std::mutex lock;
    std::deque<Task> tasks;
    unsigned long stolen = 0; // Changed by this worker's thread alone.
  };

  bool takeOwn(Worker &self, Task &task) {
    std::lock_guard<std::mutex> hold(self.lock);
    if (self.tasks.empty())
      return false;
    task = std::move(self.tasks.back()); // RACE
    self.tasks.pop_back();               // RACE
    return true;
  }

  bool steal(Worker &self, Worker &victim, Task &task) {
    if (&self == &victim)
      return false;
    std::lock_guard<std::mutex> hold(self.lock);
    if (victim.tasks.empty()) // RACE
      return false;
    task = std::move(victim.tasks.front()); // RACE
    victim.tasks.pop_front();               // RACE
    ++self.stolen;
    return true;
  }

  bool find(unsigned index, std::minstd_rand &random, Task &task) {
    Worker &self = *workers[index];
    if (takeOwn(self, task))
      return true;
    for (unsigned tries = 0; tries < workers.size(); ++tries)
      if (steal(self, *workers[random() % workers.size()], task))
        return true;
    return false;
  }

  void loop(unsigned index) {
    std::minstd_rand random(index + 1);
    Task task;
    while (open.load(std::memory_order_acquire) > 0) {
      if (!find(index, random, task)) {
        std::this_thread::yield();
        continue;
      }
      task();
      task = nullptr;
      open.fetch_sub(1, std::memory_order_release);
    }
  }

  std::vector<std::unique_ptr<Worker>> workers;
  std::atomic<unsigned> open{0};
};

/// Sums a range by splitting it until the parts are small.
class RangeSum {
public:
  RangeSum(Scheduler &s, const std::vector<int> &v) : scheduler(s), values(v) {}

  void start() { split(0, values.size(), 0); }
  long result() const { return total.load(); }

private:
  void split(size_t from, size_t to, unsigned home) {
    scheduler.submit(home, [this, from, to, home] {
      if (to - from <= 64) {
        long sum = 0;
        for (size_t i = from; i < to; ++i)
          sum += values[i];
        total.fetch_add(sum, std::memory_order_relaxed);
        return;
      }
      size_t middle = from + (to - from) / 2;
      split(from, middle, home);
      split(middle, to, home + 1);
    });
  }

  Scheduler &scheduler;
  const std::vector<int> &values;
  std::atomic<long> total{0};
};

int main() {
  std::vector<int> values(5000, 2);
  Scheduler scheduler(3);
  RangeSum sum(scheduler, values);
  sum.start();
  scheduler.run();
  return sum.result() == 10000 && scheduler.stolen() < 1000 ? 0 : 1;
}
